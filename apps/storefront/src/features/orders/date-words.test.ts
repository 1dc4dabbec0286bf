import { shopTime } from './date-words'

test('an evening in Greenwich is the next morning in the shop', () => {
  expect(shopTime('2026-01-30T16:05:59.000Z')).toBe('2026-01-31 00:05')
})
