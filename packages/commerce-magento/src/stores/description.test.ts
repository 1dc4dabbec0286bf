import { readDescription } from './description'

test('hours, services and another language are read from what the merchant wrote', () => {
  const { hours, services, words } = readDescription(
    '欢迎光临！\nhours: 1-5 10:00-22:00; 6,7 09:30-24:00\nservices: returns, coffee\nen.name: Jing’an\nEN.City：Shanghai',
  )
  expect(hours).toEqual([
    { weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '22:00' },
    { weekdays: [6, 7], opens: '09:30', closes: '24:00' },
  ])
  expect(services).toEqual(['pickup', 'returns', 'coffee'])
  expect([words('en', 'name'), words('en', 'city'), words('en', 'address'), words('zh-CN', 'name')]).toEqual([
    'Jing’an',
    'Shanghai',
    undefined,
    undefined,
  ])
})

test('HTML of an editor is read as well', () => {
  expect(readDescription('<p>hours: 1,3 10:00-18:00</p><p>en.name: A &amp; B</p>')).toMatchObject({
    hours: [{ weekdays: [1, 3], opens: '10:00', closes: '18:00' }],
  })
})

test.each([null, '', '欢迎', 'hours: always', 'hours: 8 10:00-22:00', 'hours: 1 10:00-25:00', 'hours: 1 10:75-22:00'])(
  '%p tells no hours',
  (text) => {
    expect(readDescription(text)).toMatchObject({ hours: [], services: ['pickup'] })
  },
)
