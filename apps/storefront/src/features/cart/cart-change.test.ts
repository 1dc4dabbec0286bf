import type { Cart, CartLine } from '@xiaopu/contract'
import {
  allChoice,
  type CartChange,
  isBuyable,
  isGone,
  isPickupOnly,
  mostOf,
  supersedes,
  withChange,
} from './cart-change'

const line = (id: string, more: Partial<CartLine> = {}): CartLine => ({
  id,
  productId: id,
  skuId: id,
  name: id,
  options: [],
  picture: null,
  unitPrice: 100,
  compareAt: null,
  priceWhenAdded: 100,
  quantity: 1,
  pickup: null,
  maxQuantity: 9,
  lineTotal: 100,
  selected: true,
  status: 'ok',
  available: 9,
  ...more,
})
const cart: Cart = {
  lines: [
    line('mug'),
    line('kettle', { selected: false, status: 'low_stock' }),
    line('lamp', { selected: false, status: 'sold_out' }),
    line('rug', { selected: false, status: 'insufficient', quantity: 5, maxQuantity: 2 }),
  ],
  count: 2,
  selectedCount: 1,
  subtotal: 100,
  saved: 0,
  freeShippingFrom: null,
}
const shown = (change: CartChange) =>
  withChange(cart, change).lines.map(({ id, quantity, selected }) => `${id}×${quantity}${selected ? '✓' : ''}`)

test.each<[string, CartChange, string[]]>([
  ['a quantity', { kind: 'quantity', lineId: 'mug', quantity: 3 }, ['mug×3✓', 'kettle×1', 'lamp×1', 'rug×5']],
  [
    'all selected: not what cannot be bought',
    { kind: 'select', lineIds: 'all', selected: true },
    ['mug×1✓', 'kettle×1✓', 'lamp×1', 'rug×5'],
  ],
  ['one deselected', { kind: 'select', lineIds: ['mug'], selected: false }, ['mug×1', 'kettle×1', 'lamp×1', 'rug×5']],
  ['one removed', { kind: 'remove', lineIds: ['mug'] }, ['kettle×1', 'lamp×1', 'rug×5']],
  ['several removed', { kind: 'remove', lineIds: ['mug', 'lamp'] }, ['kettle×1', 'rug×5']],
  [
    'another SKU waits for the server',
    { kind: 'sku', lineId: 'mug', skuId: 'x' },
    ['mug×1✓', 'kettle×1', 'lamp×1', 'rug×5'],
  ],
])('%s', (_what, change, lines) => expect(shown(change)).toEqual(lines))

test("no change touches a sum: the totals are the server's", () => {
  const { lines: _, ...sums } = cart
  expect(withChange(cart, { kind: 'quantity', lineId: 'mug', quantity: 9 })).toMatchObject(sums)
})

const quantity = (lineId: string, n: number): CartChange => ({ kind: 'quantity', lineId, quantity: n })
const select = (lineIds: 'all' | string[], selected = true): CartChange => ({ kind: 'select', lineIds, selected })
test.each<[CartChange, CartChange, boolean]>([
  [quantity('a', 3), quantity('a', 2), true],
  [quantity('a', 3), quantity('b', 2), false],
  [quantity('a', 3), { kind: 'sku', lineId: 'a', skuId: 'x' }, false],
  [select(['a'], false), select(['a']), true],
  [select(['a']), select('all', false), false],
  [select('all'), select('all', false), true],
  [select('all'), select(['a'], false), false],
  [select('all', false), select(['a']), true],
  [{ kind: 'remove', lineIds: ['a'] }, quantity('a', 2), false],
])('%j after %j', (later, earlier, answer) => expect(supersedes(later, earlier)).toBe(answer))

describe('what only a store has', () => {
  const vase = (more: Partial<CartLine> = {}) =>
    line('vase', {
      ...{ status: 'sold_out', available: 0, maxQuantity: 0, selected: false },
      ...{ pickup: { available: 3, maxQuantity: 2 } },
      ...more,
    })
  const said = (one: CartLine) => [isPickupOnly(one), isBuyable(one), isGone(one), mostOf(one)]

  test.each<[string, CartLine, unknown[]]>([
    ['is bought up to what one store has', vase({ quantity: 2 }), [true, true, false, 2]],
    ['can be mended when it asks for more', vase({ quantity: 3 }), [true, false, false, 2]],
    ['is gone when the stores have none either', vase({ pickup: null }), [false, false, true, 0]],
    ['is sent as long as it can be', vase({ status: 'ok', maxQuantity: 9 }), [false, true, false, 9]],
    ['is gone off sale, whoever has it', vase({ status: 'off_sale' }), [false, false, true, 0]],
  ])('%s', (_what, one, answer) => expect(said(one)).toEqual(answer))

  const both = { ...cart, lines: [line('mug', { selected: false }), vase()] }
  const chosen = (change: CartChange) => withChange(both, change).lines.flatMap((one) => (one.selected ? one.id : []))
  test('is chosen itself, and not with all others', () => {
    expect(chosen(select('all'))).toEqual(['mug'])
    expect(chosen(select(['vase']))).toEqual(['vase'])
    expect(withChange({ ...both, lines: [vase({ selected: true })] }, select('all', false)).lines[0]!.selected).toBe(
      false,
    )
  })

  test.each<[string, CartLine[], ReturnType<typeof allChoice>]>([
    ['what can be sent', [line('mug'), vase()], { chosen: true, lineIds: 'all' }],
    ['what is left to pick up, where nothing can be sent', [vase()], { chosen: false, lineIds: ['vase'] }],
    ['nothing, where nothing can be bought', [vase({ quantity: 9 })], { chosen: false, lineIds: [] }],
  ])('全选 is %s', (_what, lines, answer) => expect(allChoice(lines)).toEqual(answer))
})
