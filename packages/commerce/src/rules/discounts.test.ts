import fc from 'fast-check'
import { type ScopedDiscount, splitByWeight, splitDiscounts, splitOverAll } from './discounts'

const sumOf = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0)

test.each<[string, number[], ScopedDiscount[], number[]]>([
  ['none', [300_00, 50_01], [], [0, 0]],
  ['one for everything', [300_00, 50_01], [{ amount: 10_00, lines: [0, 1] }], [8_57, 1_43]],
  ['one for some goods only', [300_00, 50_01, 99_00], [{ amount: 50_00, lines: [2] }], [0, 0, 50_00]],
  ['one fen, which the later of equals gets', [100, 100], [{ amount: 1, lines: [0, 1] }], [0, 1]],
  ['all that its goods cost', [300_00, 50_01], [{ amount: 50_01, lines: [1] }], [0, 50_01]],
  [
    'a second one over what the first has left',
    [100_00, 100_00],
    [
      { amount: 50_00, lines: [0] },
      { amount: 30_00, lines: [0, 1] },
    ],
    [60_00, 20_00],
  ],
  ['a line that is free', [0, 100], [{ amount: 30, lines: [0, 1] }], [0, 30]],
  ['nothing but free lines', [0, 0], [{ amount: 0, lines: [0, 1] }], [0, 0]],
])('discounts are split over the lines they are for: %s', (_, prices, discounts, shares) => {
  expect(splitDiscounts(prices, discounts)).toEqual(shares)
})

test('more than there is to split it over is a bug', () => {
  expect(() => splitDiscounts([100, 5], [{ amount: 6, lines: [1] }])).toThrow(RangeError)
  expect(() => splitByWeight(1, [])).toThrow(RangeError)
})

const fen = fc.integer({ min: 0, max: 20_000_000_00 })
/** Prices, and discounts that fit them one after the other, each for some of the lines. */
const sale = fc
  .record({
    prices: fc.array(fen, { minLength: 1, maxLength: 8 }),
    wishes: fc.array(
      fc.record({
        scope: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ prices, wishes }) => {
    const discounts: ScopedDiscount[] = []
    for (const { scope, part } of wishes) {
      const lines = prices.flatMap((_, place) => (scope[place] ? [place] : []))
      const before = splitDiscounts(prices, discounts)
      const left = sumOf(lines.map((place) => prices[place]! - before[place]!))
      discounts.push({ amount: Math.floor(left * part), lines })
    }
    return { prices, discounts }
  })

test('the shares add up to the discounts, to the fen, and no line gets more than it costs', () => {
  fc.assert(
    fc.property(sale, ({ prices, discounts }) => {
      const shares = splitDiscounts(prices, discounts)
      expect(sumOf(shares)).toBe(sumOf(discounts.map(({ amount }) => amount)))
      shares.forEach((share, place) => {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(prices[place]!)
      })
    }),
  )
})

test('a line no discount is for gets nothing of any', () => {
  fc.assert(
    fc.property(sale, ({ prices, discounts }) => {
      const shares = splitDiscounts(prices, discounts)
      prices.forEach((_, place) => {
        if (!discounts.some(({ lines }) => lines.includes(place))) expect(shares[place]).toBe(0)
      })
    }),
  )
})

test('a share is what the price makes of the discount, within a fen', () => {
  fc.assert(
    fc.property(sale, fc.double({ min: 0, max: 1, noNaN: true }), ({ prices }, part) => {
      const goods = sumOf(prices)
      const discount = Math.floor(goods * part)
      splitOverAll(prices, discount).forEach((share, place) => {
        const exact = goods === 0 ? 0 : Number((BigInt(prices[place]!) * BigInt(discount)) / BigInt(goods))
        expect(Math.abs(share - exact)).toBeLessThanOrEqual(1)
      })
    }),
  )
})
