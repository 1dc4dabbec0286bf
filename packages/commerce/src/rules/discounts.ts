import type { Fen } from '../port/values'

/** A discount and the lines it was given for, by their places. It is never more than what those lines come to. */
export interface ScopedDiscount {
  amount: Fen
  lines: readonly number[]
}

/**
 * What each line is given of the order's discounts, fen: by price, over the lines a discount is for and no others, the
 * largest remainders first and among equal ones the later line. One that follows another is split by what that one has left
 * of the prices. The sum is exactly that of the discounts, and no line gets more than it costs.
 *
 * @param prices of each line, all its pieces together
 * @throws RangeError where a discount is more than its lines still come to: a bug of the caller
 */
export function splitDiscounts(prices: readonly Fen[], discounts: readonly ScopedDiscount[]): Fen[] {
  const given = prices.map(() => 0)
  for (const { amount, lines } of discounts) {
    const left = prices.map((price, place) => (lines.includes(place) ? price - given[place]! : 0))
    for (const [place, share] of splitByWeight(amount, left).entries()) given[place]! += share
  }
  return given
}

/** An order's whole discount over all of its lines: of an order that has not kept what it was for. */
export const splitOverAll = (prices: readonly Fen[], discount: Fen): Fen[] =>
  splitDiscounts(prices, [{ amount: discount, lines: prices.map((_, place) => place) }])

/**
 * An amount by weights: whole numbers, none more than its weight, and exactly the amount together.
 *
 * @throws RangeError where the weights come to less than the amount
 */
export function splitByWeight(amount: Fen, weights: readonly number[]): Fen[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (amount > all) throw new RangeError(`${amount} fen are more than the ${all} they are to be split over`)
  if (all === 0) return weights.map(() => 0)
  // Whole numbers beyond 2⁵³ come up here: a price in fen times another.
  const parts = weights.map((weight) => BigInt(weight) * BigInt(amount))
  const shares = parts.map((part) => Number(part / BigInt(all)))
  const missing = amount - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = parts
    .map((part, place) => ({ place, remainder: Number(part % BigInt(all)) }))
    .sort((one, other) => other.remainder - one.remainder || other.place - one.place)
  for (const { place } of byRemainder.slice(0, missing)) shares[place]! += 1
  return shares
}
