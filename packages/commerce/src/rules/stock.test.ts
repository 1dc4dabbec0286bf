import fc from 'fast-check'
import { canBuy, lineStatus, stockOf } from './stock'

test.each([
  [-3, { status: 'sold_out', available: 0 }],
  [0, { status: 'sold_out', available: 0 }],
  [1, { status: 'low_stock', available: 1 }],
  [5, { status: 'low_stock', available: 5 }],
  [6, { status: 'in_stock', available: 6 }],
] as const)('%d pieces are %p', (pieces, stock) => {
  expect(stockOf(pieces)).toEqual(stock)
})

test.each([
  [0, 1, 'sold_out'],
  [1, 2, 'insufficient'],
  [2, 2, 'low_stock'],
  [50, 50, 'ok'],
  [50, 51, 'insufficient'],
] as const)('of %d pieces, a line for %d is %s', (pieces, quantity, status) => {
  expect(lineStatus(stockOf(pieces), quantity)).toBe(status)
})

test('where the number is not told, in stock is enough', () => {
  expect(lineStatus({ status: 'in_stock', available: null }, 999)).toBe('ok')
  expect(lineStatus({ status: 'sold_out', available: null }, 1)).toBe('sold_out')
})

test('a line can be bought exactly when there are enough pieces', () => {
  const pieces = fc.integer({ min: 0, max: 1_000 })
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 999 }), (available, quantity) => {
      expect(canBuy(lineStatus(stockOf(available), quantity))).toBe(available >= quantity)
    }),
  )
})
