import type { Sku } from '@xiaopu/contract'
import {
  availabilityOf,
  type Choices,
  type Choosable,
  candidates,
  chosenNames,
  chosenSku,
  firstChoices,
  missingOptions,
  pictureOf,
  priceOf,
  toggle,
} from './sku-choice'

const picture = (name: string) => ({
  thumb: name,
  card: name,
  full: name,
  width: 1,
  height: 1,
  tone: '#ffffff',
  alt: name,
})
const value = (id: string, name: string, swatch?: string) => ({
  id,
  name,
  picture: swatch ? picture(swatch) : null,
  colour: null,
})
const sku = (id: string, optionValueIds: string[], available: number, more: Partial<Sku> = {}): Sku => ({
  id,
  code: id,
  optionValueIds,
  price: 159_00,
  compareAt: null,
  stock: { status: available > 0 ? 'in_stock' : 'sold_out', available },
  maxQuantity: Math.min(available, 20),
  pickup: null,
  picture: null,
  ...more,
})

/** Green was never made in L; cream in L is sold out. */
const tee: Choosable = {
  picture: picture('tee'),
  options: [
    { id: 'colour', name: '颜色', values: [value('cream', '米白', 'swatch-cream'), value('green', '墨绿')] },
    { id: 'size', name: '尺码', values: [value('S', 'S'), value('M', 'M'), value('L', 'L')] },
  ],
  skus: [
    sku('cream-S', ['cream', 'S'], 12),
    sku('cream-M', ['cream', 'M'], 30),
    sku('cream-L', ['cream', 'L'], 0),
    sku('green-S', ['green', 'S'], 8, { price: 169_00, compareAt: 199_00 }),
    sku('green-M', ['green', 'M'], 25, { price: 169_00, picture: picture('green-M') }),
  ],
}
const mug: Choosable = { picture: null, options: [], skus: [sku('mug', [], 5)] }
const lamp: Choosable = {
  picture: picture('lamp'),
  options: [{ id: 'colour', name: '颜色', values: [value('white', '白')] }],
  skus: [sku('lamp-white', ['white'], 3)],
}
const [colour, size] = tee.options as [Choosable['options'][0], Choosable['options'][0]]

describe('a value is possible with the other choices, its own option’s choice left out', () => {
  test.each<[string, Choices, typeof colour, string, string]>([
    ['nothing chosen, everything that is in stock somewhere', {}, colour, 'green', 'available'],
    ['米白 chosen does not rule out 墨绿', { colour: 'cream' }, colour, 'green', 'available'],
    ['墨绿 was never made in L', { colour: 'green' }, size, 'L', 'not_made'],
    ['米白 in L is sold out', { colour: 'cream' }, size, 'L', 'sold_out'],
    ['L is sold out whatever the colour', {}, size, 'L', 'sold_out'],
    ['with L chosen, 墨绿 is not made', { size: 'L' }, colour, 'green', 'not_made'],
    ['with L chosen, 米白 is sold out', { size: 'L' }, colour, 'cream', 'sold_out'],
    ['the chosen value itself stays possible', { colour: 'cream', size: 'M' }, size, 'M', 'available'],
    ['a value nobody knows', {}, size, 'XXL', 'not_made'],
  ])('%s', (_, choices, option, valueId, expected) => {
    expect(availabilityOf(tee, choices, option, valueId)).toBe(expected)
  })

  test('what only a store has is that, as long as nothing of the value can be sent', () => {
    const left = { available: 2, maxQuantity: 2 }
    const skus = tee.skus.map((one) => (one.id === 'cream-L' ? { ...one, pickup: left } : one))
    const there = { ...tee, skus }
    expect(availabilityOf(there, { colour: 'cream' }, size, 'L')).toBe('pickup_only')
    expect(availabilityOf(there, { colour: 'green' }, size, 'L')).toBe('not_made')
    expect(availabilityOf(there, {}, colour, 'cream')).toBe('available')
  })

  test('stock that one order may take nothing of is sold out', () => {
    const held: Choosable = { ...lamp, skus: [sku('lamp-white', ['white'], 3, { maxQuantity: 0 })] }
    expect(availabilityOf(held, {}, held.options[0]!, 'white')).toBe('sold_out')
  })
})

describe('a tap on a value', () => {
  test.each<[string, Choices, Choices]>([
    ['chooses it', {}, { colour: 'cream' }],
    ['replaces the other value of the option', { colour: 'green', size: 'S' }, { colour: 'cream', size: 'S' }],
    ['clears it when it was chosen, and leaves the rest', { colour: 'cream', size: 'S' }, { size: 'S' }],
    ['clears the only choice without breaking', { colour: 'cream' }, {}],
  ])('%s', (_, before, after) => {
    expect(toggle(before, 'colour', 'cream')).toEqual(after)
  })

  test('changes no choice in place, since React would not see it', () => {
    const before = { colour: 'cream' }
    toggle(before, 'colour', 'cream')
    expect(before).toEqual({ colour: 'cream' })
  })
})

describe('the chosen SKU', () => {
  test.each<[string, Choosable, Choices, string | null]>([
    ['is none while nothing is chosen', tee, {}, null],
    ['is none while one option is missing', tee, { colour: 'green' }, null],
    ['is exactly the chosen combination', tee, { colour: 'green', size: 'M' }, 'green-M'],
    ['is none where there is no such combination', tee, { colour: 'green', size: 'L' }, null],
    ['may be sold out: the sheet then says so', tee, { colour: 'cream', size: 'L' }, 'cream-L'],
    ['is none for a value that has gone since', tee, { colour: 'green', size: 'XXL' }, null],
    ['is the only one where there is nothing to choose', mug, {}, 'mug'],
    ['keeps no choice that was cleared', tee, toggle({ colour: 'green', size: 'M' }, 'size', 'M'), null],
  ])('%s', (_, product, choices, expected) => {
    expect(chosenSku(product, choices)?.id ?? null).toBe(expected)
  })

  test('does not mix up two options that share a value id', () => {
    const pair: Choosable = {
      picture: null,
      options: [
        { id: 'left', name: '左', values: [value('1', '一'), value('2', '二')] },
        { id: 'right', name: '右', values: [value('1', '一'), value('2', '二')] },
      ],
      skus: [sku('one-two', ['1', '2'], 1), sku('two-one', ['2', '1'], 1)],
    }
    expect(chosenSku(pair, { left: '2', right: '1' })?.id).toBe('two-one')
    expect(availabilityOf(pair, { left: '1' }, pair.options[1]!, '1')).toBe('not_made')
  })
})

describe('before anyone chose', () => {
  test.each<[string, Choosable, string | undefined, Choices]>([
    ['nothing is chosen where there is a choice', tee, undefined, {}],
    ['an option with one value is', lamp, undefined, { colour: 'white' }],
    ['nothing to choose leaves nothing chosen', mug, undefined, {}],
    ['the cart’s SKU is', tee, 'green-S', { colour: 'green', size: 'S' }],
    ['the cart’s SKU is, sold out or not', tee, 'cream-L', { colour: 'cream', size: 'L' }],
    ['a SKU of another product is not', tee, 'mug', {}],
  ])('%s', (_, product, skuId, expected) => {
    expect(firstChoices(product, skuId)).toEqual(expected)
  })
})

test('what is missing is named in the product’s order, and an unknown value is no choice', () => {
  const names = (choices: Choices) => missingOptions(tee, choices).map(({ name }) => name)
  expect(names({})).toEqual(['颜色', '尺码'])
  expect(names({ size: 'M' })).toEqual(['颜色'])
  expect(names({ colour: 'violet', size: 'M' })).toEqual(['颜色'])
})

test('the chosen values are told in the options’ order, whatever was tapped first', () => {
  expect(chosenNames(tee, { size: 'M', colour: 'green' })).toEqual(['墨绿', 'M'])
})

test.each<[string, Choices, string | undefined]>([
  ['the product’s', {}, 'tee'],
  ['the value’s', { colour: 'cream' }, 'swatch-cream'],
  ['the product’s again where the value has none', { colour: 'green' }, 'tee'],
  ['the SKU’s before all', { colour: 'green', size: 'M' }, 'green-M'],
])('the picture is %s', (_, choices, expected) => {
  expect(pictureOf(tee, choices)?.thumb).toBe(expected)
})

test.each<[string, Choices, object]>([
  ['a range while SKUs differ', {}, { from: 159_00, to: 169_00, compareAt: null }],
  ['one once they do not', { colour: 'green' }, { from: 169_00, to: 169_00, compareAt: 199_00 }],
  ['of all where nothing fits', { colour: 'green', size: 'L' }, { from: 159_00, to: 169_00, compareAt: null }],
])('the price is %s', (_, choices, expected) => {
  expect(priceOf(tee, choices)).toEqual(expected)
})

test('every SKU is a candidate until something is chosen', () => {
  expect(candidates(tee, {})).toHaveLength(5)
  expect(candidates(tee, { size: 'M' }).map(({ id }) => id)).toEqual(['cream-M', 'green-M'])
})
