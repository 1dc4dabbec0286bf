import type { Facet } from '@xiaopu/contract'
import { t } from '../../i18n'
import { chosenOf } from './chosen-words'
import { type Filter, NO_FILTER } from './filter'
import { requestOf } from './filter-request'

const green = { id: '12', name: '墨绿', colour: '#2f4a3a' }
const cream = { id: '9', name: '米白', colour: '#efe6d2' }
const colours = { id: 'colour', name: '颜色', values: [green, cream] }
const priced = (from: string, to: string): Filter => ({ ...NO_FILTER, price: { from, to } })
const words = (filter: Filter, facets: Facet[] = []) => chosenOf(filter, facets, t).map((chosen) => chosen.words)

test.each<[string, Filter, object]>([
  ['nothing chosen', NO_FILTER, {}],
  ['two colours, in one order', { ...NO_FILTER, chosen: [colours] }, { facets: { colour: ['12', '9'] } }],
  ['a price from 0', priced('0', ''), { priceFrom: 0 }],
  ['a price in yuan', priced('99.9', '500'), { priceFrom: 9_990, priceTo: 50_000 }],
  ['a price that makes no sense', priced('500', '100'), {}],
  ['only what is in stock', { ...NO_FILTER, inStock: true }, { inStock: true }],
])('%s', (_, filter, request) => {
  expect(requestOf(filter)).toEqual(request)
})

test.each([
  ['100', '500', ['¥100–¥500']],
  ['99.9', '', ['¥99.9 以上']],
  ['', '500', ['¥500 以下']],
  ['', '', []],
  ['500', '100', []],
])('from %j to %j is told as %j', (from, to, expected) => {
  expect(words(priced(from, to))).toEqual(expected)
})

test('what is chosen is told in its order, and each can be taken back by itself', () => {
  const chosen = chosenOf({ chosen: [colours], price: { from: '1', to: '' }, inStock: true }, [], t)
  expect(chosen.map(({ words, without }) => [words, without.type])).toEqual([
    ['墨绿', 'tap'],
    ['米白', 'tap'],
    ['¥1 以上', 'any price'],
    ['只看有货', 'in stock'],
  ])
})

test('a name is that of now, and that of then where the facets no longer have it', () => {
  const facets: Facet[] = [
    { kind: 'choice', id: 'colour', name: 'Colour', values: [{ ...green, name: 'Deep green', count: 1 }] },
  ]
  expect(words({ ...NO_FILTER, chosen: [colours] }, facets)).toEqual(['Deep green', '米白'])
})
