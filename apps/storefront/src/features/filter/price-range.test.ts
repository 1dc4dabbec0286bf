import { problemOf, rangeOf } from './price-range'

test.each([
  ['', '', null],
  ['100', '', null],
  ['', '100', null],
  ['100', '100', null],
  ['100', '99.99', 'order'],
  ['abc', '100', 'from'],
  ['100', 'abc', 'to'],
  // One thing at a time, from the left.
  ['abc', 'abc', 'from'],
] as const)('from %j to %j: %p is wrong', (from, to, problem) => {
  expect(problemOf({ from, to })).toBe(problem)
})

test.each([
  ['100', '500', { from: 10_000, to: 50_000 }],
  ['', '500', { from: null, to: 50_000 }],
  ['0', '', { from: 0, to: null }],
  ['500', '100', { from: null, to: null }],
  ['100', 'abc', { from: null, to: null }],
])('from %j to %j is asked for as %j', (from, to, range) => {
  expect(rangeOf({ from, to })).toEqual(range)
})
