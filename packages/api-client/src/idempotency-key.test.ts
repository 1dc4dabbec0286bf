import { newIdempotencyKey } from './idempotency-key'

test('a thousand orders have a thousand keys, each of 32 letters and digits', () => {
  const keys = new Set(Array.from({ length: 1000 }, () => newIdempotencyKey()))
  expect(keys.size).toBe(1000)
  for (const key of keys) expect(key).toMatch(/^[0-9a-z]{32}$/)
})
