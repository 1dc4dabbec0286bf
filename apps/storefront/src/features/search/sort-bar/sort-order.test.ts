import { afterTap, keyOf } from './sort-order'

test.each([
  ['relevance', 'price', 'price_asc'],
  ['price_asc', 'price', 'price_desc'],
  ['price_desc', 'price', 'price_asc'],
  ['price_desc', 'sales', 'sales'],
  ['sales', 'sales', 'sales'],
  ['newest', 'relevance', 'relevance'],
] as const)('in the order of %s a tap on %s makes it %s', (sort, key, expected) => {
  expect(afterTap(sort, key)).toBe(expected)
})

test('both ways round are the price', () => {
  expect([keyOf('price_asc'), keyOf('price_desc'), keyOf('newest')]).toEqual(['price', 'price', 'newest'])
})
