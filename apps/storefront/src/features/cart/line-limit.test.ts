import { fewLeft, overLimit } from './line-limit'

const shelf = { available: 2, maxQuantity: 2 }
test.each([
  [{ status: 'low_stock', available: 3, pickup: null }, 3],
  [{ status: 'low_stock', available: 4, pickup: shelf }, null],
  [{ status: 'insufficient', available: 1, pickup: shelf }, 1],
  [{ status: 'ok', available: null, pickup: null }, null],
  [{ status: 'sold_out', available: 0, pickup: null }, null],
  [{ status: 'sold_out', available: 0, pickup: shelf }, 2],
  [{ status: 'off_sale', available: 2, pickup: null }, null],
] as const)('%j: %p left', (line, left) => expect(fewLeft(line)).toBe(left))

test.each([
  [5, 2, 'offer'],
  [2, 2, 'tell'],
] as const)('%i of at most %i: %s', (quantity, maxQuantity, answer) =>
  expect(overLimit({ quantity, maxQuantity, status: 'ok', pickup: null })).toBe(answer),
)

test('picked up, the store’s shelf is the limit', () => {
  const line = { maxQuantity: 0, status: 'sold_out', pickup: shelf } as const
  expect([3, 2].map((quantity) => overLimit({ ...line, quantity }))).toEqual(['offer', 'tell'])
})
