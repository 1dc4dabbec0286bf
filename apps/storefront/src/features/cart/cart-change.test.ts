import type { Cart, CartLine } from '@xiaopu/contract'
import { type CartChange, supersedes, withChange } from './cart-change'

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
  [
    '清空: a line that asks for too many stays',
    { kind: 'remove', lineIds: 'unavailable' },
    ['mug×1✓', 'kettle×1', 'rug×5'],
  ],
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
  [select('all'), select(['a'], false), true],
  [{ kind: 'remove', lineIds: ['a'] }, quantity('a', 2), false],
])('%j after %j', (later, earlier, answer) => expect(supersedes(later, earlier)).toBe(answer))
