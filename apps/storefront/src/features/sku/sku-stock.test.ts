import type { Sku } from '@xiaopu/contract'
import { limitReason, mostOf, stockNotice } from './sku-stock'

const sku = (status: Sku['stock']['status'], available: number | null, maxQuantity = available ?? 20): Sku => ({
  id: 'kettle-black',
  code: 'KB',
  optionValueIds: [],
  price: 680_00,
  compareAt: null,
  stock: { status, available },
  maxQuantity,
  pickup: null,
  picture: null,
})

test.each<[string, Sku, object | null]>([
  ['enough is not worth a word', sku('in_stock', 40), null],
  ['four are not few yet', sku('low_stock', 4), null],
  ['three are few, whatever the back end calls it', sku('in_stock', 3), { kind: 'few', count: 3 }],
  ['none is sold out', sku('sold_out', 0), { kind: 'sold_out' }],
  ['none without a number is too', sku('sold_out', null), { kind: 'sold_out' }],
  ['what no order may take is as good as sold out', sku('in_stock', 9, 0), { kind: 'sold_out' }],
  ['few without a number are few', sku('low_stock', null), { kind: 'low' }],
])('%s', (_, given, expected) => {
  expect(stockNotice(given)).toEqual(expected)
})

/** Of which nothing can be sent. */
const inStore = (available: number, maxQuantity = available): Sku => ({
  ...sku('sold_out', 0),
  pickup: { available, maxQuantity },
})

test('what only a store has is said to be so, and taken up to what one store has', () => {
  expect(stockNotice(inStore(2))).toEqual({ kind: 'pickup_only' })
  expect(stockNotice({ ...sku('in_stock', 40), pickup: { available: 2, maxQuantity: 2 } })).toBeNull()
  expect(mostOf([inStore(4), sku('sold_out', 0)])).toBe(4)
  expect(mostOf([inStore(4), sku('in_stock', 2)])).toBe(4)
})

test.each<[string, Sku, string]>([
  ['because no store has more', inStore(2), 'store'],
  ['because an order may take no more of a store’s', inStore(9, 3), 'per_order'],
  ['because that is all there is', sku('low_stock', 2, 2), 'stock'],
  ['because an order may take no more', sku('in_stock', 40, 3), 'per_order'],
  ['because an order may take no more of an unknown stock', sku('in_stock', null, 3), 'per_order'],
])('the stepper stops %s', (_, given, expected) => {
  expect(limitReason(given)).toBe(expected)
})

test('while nothing is chosen one may ask for as many as the fullest SKU allows', () => {
  expect(mostOf([sku('in_stock', 2), sku('in_stock', 9)])).toBe(9)
  expect(mostOf([sku('sold_out', 0)])).toBe(1)
})
