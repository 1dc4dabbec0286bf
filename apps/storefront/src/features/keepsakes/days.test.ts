import { t } from '../../i18n'
import { byDay, dayWords } from './days'

const now = Date.parse('2026-03-02T02:00:00.000Z')

test('a day ends when it ends at the shop, not in Greenwich', () => {
  const rows = ['2026-03-01T16:30:00.000Z', '2026-03-01T15:30:00.000Z', '2026-02-28T16:00:00.000Z'].map((at) => ({
    at,
  }))
  expect(byDay(rows).map(({ day, rows }) => [day, rows.length])).toEqual([
    ['2026-03-02', 1],
    ['2026-03-01', 2],
  ])
})

test.each([
  ['2026-03-02', '今天'],
  ['2026-03-01', '昨天'],
  ['2026-02-28', '2026-02-28'],
])('%s is %s', (day, words) => expect(dayWords(day, now, t)).toBe(words))
