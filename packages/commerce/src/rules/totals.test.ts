import fc from 'fast-check'
import { totals } from './totals'

const fen = fc.integer({ min: 0, max: 1_000_000_00 })
const line = fc.record({ unitPrice: fen, quantity: fc.integer({ min: 1, max: 999 }) })
const lines = fc.array(line, { maxLength: 20 })

test.each([
  ['nothing', [], 0, 0, { goods: 0, discount: 0, shipping: 0, total: 0 }],
  ['one piece', [{ unitPrice: 1, quantity: 1 }], 0, 0, { goods: 1, discount: 0, shipping: 0, total: 1 }],
  [
    'a parcel',
    [{ unitPrice: 9_900, quantity: 2 }],
    1_000,
    500,
    { goods: 19_800, discount: 500, shipping: 1_000, total: 20_300 },
  ],
  [
    'a gift',
    [{ unitPrice: 9_900, quantity: 1 }],
    1_000,
    99_999,
    { goods: 9_900, discount: 9_900, shipping: 1_000, total: 1_000 },
  ],
])('%s adds up', (_, goods, shipping, discount, expected) => {
  expect(totals(goods, shipping, discount)).toEqual(expected)
})

test.each([
  ['a price with a fraction of a fen', [{ unitPrice: 0.1, quantity: 1 }], 0],
  ['a negative price', [{ unitPrice: -1, quantity: 1 }], 0],
  ['half a piece', [{ unitPrice: 1, quantity: 0.5 }], 0],
  ['a price that is no number', [{ unitPrice: Number.NaN, quantity: 1 }], 0],
  ['a sum beyond what a number holds', [{ unitPrice: Number.MAX_SAFE_INTEGER, quantity: 2 }], 0],
  ['a negative fee', [], -1],
])('%s is a bug and thrown', (_, goods, shipping) => {
  expect(() => totals(goods, shipping)).toThrow(RangeError)
})

test('total = goods − discount + shipping, and never less than shipping', () => {
  fc.assert(
    fc.property(lines, fen, fen, (goods, fee, discount) => {
      const amounts = totals(goods, fee, discount)
      expect(amounts.total).toBe(amounts.goods - amounts.discount + amounts.shipping)
      expect(amounts.total).toBeGreaterThanOrEqual(fee)
      expect(amounts.discount).toBeLessThanOrEqual(Math.min(discount, amounts.goods))
    }),
  )
})

test('splitting a line or reordering lines changes nothing', () => {
  fc.assert(
    fc.property(lines, fen, (goods, fee) => {
      const pieces = goods.flatMap(({ unitPrice, quantity }) =>
        quantity > 1
          ? [
              { unitPrice, quantity: 1 },
              { unitPrice, quantity: quantity - 1 },
            ]
          : [{ unitPrice, quantity }],
      )
      expect(totals(pieces.reverse(), fee)).toEqual(totals(goods, fee))
    }),
  )
})
