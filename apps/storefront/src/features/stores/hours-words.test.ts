import { t } from '../../i18n'
import { hoursWords } from './hours-words'

const span = (weekdays: number[]) => [{ weekdays, opens: '10:00', closes: '22:00' }]

test.each([
  [[1, 2, 3, 4, 5, 6, 7], '每天 10:00–22:00'],
  [[1, 2, 3, 4, 5], '周一至周五 10:00–22:00'],
  [[6, 7], '周六、周日 10:00–22:00'],
  [[1, 3, 5], '周一、周三、周五 10:00–22:00'],
  [[2], '周二 10:00–22:00'],
])('open on days %p is said as %s', (weekdays, words) => {
  expect(hoursWords(span(weekdays), t)).toEqual([words])
})
