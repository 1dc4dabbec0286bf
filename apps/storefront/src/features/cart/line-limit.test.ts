import { fewLeft, overLimit } from './line-limit'

test.each([
  [{ status: 'low_stock', available: 3 }, 3],
  [{ status: 'low_stock', available: 4 }, null],
  [{ status: 'insufficient', available: 1 }, 1],
  [{ status: 'ok', available: null }, null],
  [{ status: 'sold_out', available: 0 }, null],
  [{ status: 'off_sale', available: 2 }, null],
] as const)('%j: %p left', (line, left) => expect(fewLeft(line)).toBe(left))

test.each([
  [5, 2, 'offer'],
  [2, 2, 'tell'],
] as const)('%i of at most %i: %s', (quantity, maxQuantity, answer) =>
  expect(overLimit({ quantity, maxQuantity })).toBe(answer),
)
