import type { Facet } from '@xiaopu/contract'
import { steadyFacets } from './steady-facets'

const choice = (id: string, ...values: [string, number][]): Facet => ({
  kind: 'choice',
  id,
  name: id,
  values: values.map(([value, count]) => ({ id: value, name: value, count, colour: null })),
})
const price = (lowest: number, highest: number): Facet => ({ kind: 'price', lowest, highest })
const inStock: Facet = { kind: 'in_stock' }
const all = [choice('colour', ['white', 3], ['black', 1], ['oak', 3]), price(100, 900), inStock]

test.each<[string, Facet[], Facet[], Facet[]]>([
  ['the first time they stand as they came', [], all, all],
  [
    'a value that leads nowhere stays where it stood',
    all,
    [choice('colour', ['white', 1], ['oak', 2]), price(100, 500), inStock],
    [choice('colour', ['white', 1], ['black', 0], ['oak', 2]), price(100, 500), inStock],
  ],
  [
    'values that came in another order keep their places',
    all,
    [inStock, choice('colour', ['oak', 3], ['black', 1], ['white', 3]), price(100, 900)],
    all,
  ],
  [
    'what is new comes last',
    [choice('colour', ['white', 3])],
    [choice('size', ['L', 1]), choice('colour', ['red', 1], ['white', 2])],
    [choice('colour', ['white', 2], ['red', 1]), choice('size', ['L', 1])],
  ],
  [
    'where nothing is left all stay, with nothing behind them',
    all,
    [],
    [choice('colour', ['white', 0], ['black', 0], ['oak', 0]), price(100, 900), inStock],
  ],
])('%s', (_, before, now, expected) => {
  expect(steadyFacets(before, now)).toEqual(expected)
})
