import { type Filter, type FilterAct, filterAfter, isChosen, NO_FILTER } from './filter'

const colour = { id: 'colour', name: '颜色' }
const material = { id: 'material', name: '材质' }
const value = (id: string, name = id) => ({ id, name, colour: null })
const tap = (facet: typeof colour, id: string): FilterAct => ({ type: 'tap', facet, value: value(id) })
const after = (...acts: FilterAct[]) => acts.reduce(filterAfter, NO_FILTER)
const ids = ({ chosen }: Filter) =>
  Object.fromEntries(chosen.map(({ id, values }) => [id, values.map((one) => one.id)]))

test.each<[string, FilterAct[], Record<string, string[]>]>([
  ['a tap chooses a value', [tap(colour, 'green')], { colour: ['green'] }],
  [
    'a second value of a facet joins the first',
    [tap(colour, 'green'), tap(colour, 'cream')],
    { colour: ['green', 'cream'] },
  ],
  [
    'another facet is chosen beside it',
    [tap(colour, 'green'), tap(material, 'wool')],
    { colour: ['green'], material: ['wool'] },
  ],
  [
    'a second tap takes it back',
    [tap(colour, 'green'), tap(colour, 'cream'), tap(colour, 'green')],
    { colour: ['cream'] },
  ],
  [
    'a facet without a value is forgotten',
    [tap(colour, 'green'), tap(material, 'wool'), tap(colour, 'green')],
    { material: ['wool'] },
  ],
  [
    'the same id in two facets is two choices',
    [tap(colour, '1'), tap(material, '1'), tap(colour, '1')],
    { material: ['1'] },
  ],
  ['重置 leaves nothing', [tap(colour, 'green'), { type: 'in stock', only: true }, { type: 'reset' }], {}],
])('%s', (_, acts, expected) => {
  expect(ids(after(...acts))).toEqual(expected)
})

test('the price is kept as it was typed, one field at a time, until any price will do', () => {
  const typed = after({ type: 'price', typed: { from: '100.' } }, { type: 'price', typed: { to: '5' } })
  expect(typed.price).toEqual({ from: '100.', to: '5' })
  expect(filterAfter(typed, { type: 'any price' })).toEqual(NO_FILTER)
})

test('taking one thing back leaves the others', () => {
  const all = after(tap(colour, 'green'), { type: 'price', typed: { to: '500' } }, { type: 'in stock', only: true })
  expect(filterAfter(all, { type: 'any price' })).toEqual({ ...all, price: { from: '', to: '' } })
  expect(filterAfter(all, { type: 'in stock', only: false })).toEqual({ ...all, inStock: false })
  expect(filterAfter(all, tap(colour, 'green'))).toEqual({ ...all, chosen: [] })
})

test('nothing is changed in place, since React would not see it', () => {
  const before = after(tap(colour, 'green'))
  const copy = JSON.parse(JSON.stringify(before))
  filterAfter(before, tap(colour, 'cream'))
  filterAfter(before, { type: 'price', typed: { from: '1' } })
  expect(before).toEqual(copy)
})

test.each<[string, FilterAct[], FilterAct]>([
  ['a 21st value of a facet', Array.from({ length: 20 }, (_, n) => tap(colour, `v${n}`)), tap(colour, 'one more')],
  ['an 11th facet', Array.from({ length: 10 }, (_, n) => tap({ id: `f${n}`, name: '' }, 'v')), tap(colour, 'green')],
  [
    'more than a thousand characters',
    Array.from({ length: 15 }, (_, n) => tap(colour, `${n}`.padEnd(64, 'x'))),
    tap(colour, 'y'.repeat(64)),
  ],
])('%s is more than can be asked for, and changes nothing', (_, acts, more) => {
  const full = after(...acts)
  expect(full.chosen.length).toBeGreaterThan(0)
  expect(filterAfter(full, more)).toBe(full)
})

test('whether a value is chosen is asked of its facet', () => {
  const filter = after(tap(colour, '1'))
  expect([isChosen(filter, 'colour', '1'), isChosen(filter, 'material', '1')]).toEqual([true, false])
})
