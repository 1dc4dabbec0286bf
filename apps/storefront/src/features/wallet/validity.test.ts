import { setLocale, t } from '../../i18n'
import { daysLeft, validityWords } from './validity'

const now = Date.parse('2026-03-01T00:00:00Z')
const within = (hours: number) => new Date(now + hours * 3_600_000).toISOString()

afterEach(() => setLocale('zh-CN'))

test.each([
  [1, 1],
  [24, 1],
  [25, 2],
  [72, 3],
  [73, null],
  [0, null],
  [-1, null],
])('%d hours before its end a coupon has %p days left', (hours, days) =>
  expect(daysLeft(within(hours), now)).toBe(days),
)

test('a coupon without an end is never in a hurry', () => {
  expect(daysLeft(null, now)).toBeNull()
  expect(validityWords(null, t)).toBe('长期有效')
})

test('the end is told on the shop’s clock, in both languages', () => {
  expect(validityWords('2026-03-01T15:59:00Z', t)).toBe('有效期至 2026-03-01 23:59')
  setLocale('en')
  expect(validityWords('2026-03-01T15:59:00Z', t)).toBe('Until 2026-03-01 23:59')
})
