/**
 * A fresh `Idempotency-Key`: 32 characters, unique enough among the orders of one shopper, which is all it has to be. It
 * is no secret, so `Math.random` will do (WeChat's logic layer has no `crypto`).
 *
 * Make one per order the shopper means to place, not one per tap: the second tap sends the same key.
 */
export function newIdempotencyKey(random: () => number = Math.random, now: number = Date.now()): string {
  const digit = () => Math.floor(random() * 36).toString(36)
  return now.toString(36).padStart(9, '0') + Array.from({ length: 23 }, digit).join('')
}
