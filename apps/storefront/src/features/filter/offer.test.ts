import type { Facet } from '@xiaopu/contract'
import { type Filter, NO_FILTER } from './filter'
import { offerOf } from './offer'

const value = (id: string, count: number) => ({ id, name: id, colour: null, count })
const colour: Facet = { kind: 'choice', id: 'colour', name: '颜色', values: [value('green', 2), value('cream', 3)] }
const choosing = (id: string, ...values: string[]): Filter => ({
  ...NO_FILTER,
  chosen: [{ id, name: `${id} of then`, values: values.map((each) => ({ id: each, name: each, colour: null })) }],
})
const told = (facets: Facet[], filter: Filter) =>
  offerOf(facets, filter).choices.map(({ id, values }) => [
    id,
    values.map((each) => `${each.id} ${each.count}${each.chosen ? ' chosen' : ''}`),
  ])

test.each<[string, Facet[], Filter, unknown]>([
  ['nothing chosen', [colour], NO_FILTER, [['colour', ['green 2', 'cream 3']]]],
  ['a chosen value is marked', [colour], choosing('colour', 'cream'), [['colour', ['green 2', 'cream 3 chosen']]]],
  [
    'a chosen value that leads nowhere now',
    [colour],
    choosing('colour', 'pink'),
    [['colour', ['green 2', 'cream 3', 'pink 0 chosen']]],
  ],
  [
    'a chosen facet that is gone',
    [colour],
    choosing('size', 'L'),
    [
      ['colour', ['green 2', 'cream 3']],
      ['size', ['L 0 chosen']],
    ],
  ],
  [
    'an id chosen in another facet',
    [colour],
    choosing('size', 'green'),
    [
      ['colour', ['green 2', 'cream 3']],
      ['size', ['green 0 chosen']],
    ],
  ],
  ['a kind nobody here knows', [{ kind: 'weather' } as unknown as Facet], NO_FILTER, []],
])('%s', (_, facets, filter, expected) => {
  expect(told(facets, filter)).toEqual(expected)
})

test.each<[string, Facet[], Filter, boolean]>([
  ['not where the shop cannot', [colour], NO_FILTER, false],
  ['where it can', [{ kind: 'in_stock' }], NO_FILTER, true],
  ['where it was chosen, so that it can be taken back', [], { ...NO_FILTER, inStock: true }, true],
])('only what is in stock is offered %s', (_, facets, filter, expected) => {
  expect(offerOf(facets, filter).inStock).toBe(expected)
})

test('the price is offered with the range there is, and only where the shop can', () => {
  expect(offerOf([{ kind: 'price', lowest: 100, highest: 200 }], NO_FILTER).price).toEqual({
    lowest: 100,
    highest: 200,
  })
  expect(offerOf([colour], NO_FILTER).price).toBeNull()
})
