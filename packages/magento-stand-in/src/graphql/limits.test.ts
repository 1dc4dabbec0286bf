import { buildSchema, parse } from 'graphql'
import { complexityOf, depthOf } from './limits'

const schema = buildSchema('type Query { a: A } type A { b: A c: Int d: Int }')

test.each([
  ['{ a { c } }', 2, 1],
  ['{ a { c d b { c } } }', 5, 2],
  ['{ a { ...F } } fragment F on A { c b { b { d } } }', 5, 3],
  ['{ a { ... on A { c } x: c } }', 3, 1],
  ['{ a @skip(if: true) { c } }', 0, 1],
])('%s is %p complex and %p deep', (query, complexity, depth) => {
  expect(complexityOf(schema, parse(query), {})).toBe(complexity)
  expect(depthOf(parse(query))).toBe(depth)
})
