import { parseQuantity } from './parse-quantity'

test.each([
  ['3', 3],
  [' 3 ', 3],
  ['３', 3],
  ['0', 1],
  ['12', 5],
  ['1000000000', 5],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e9', null],
  ['三', null],
])('typing %p where 1 to 5 are allowed means %p', (typed, quantity) => {
  expect(parseQuantity(typed, { min: 1, max: 5 })).toBe(quantity)
})
