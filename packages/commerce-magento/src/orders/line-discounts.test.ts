import { type KeptLine, lineDiscounts, withDiscounts } from './line-discounts'
import type { MagentoOrder } from './magento-order'

const line = (skuId: string, unitPrice: number, quantity = 1): KeptLine => ({
  ...{ productId: skuId, skuId, name: skuId, options: [], picture: null, unitPrice, quantity },
})
const order = (discounts: Record<string, number>, more: object[] = []) =>
  ({
    items: [
      ...Object.entries(discounts).map(([sku, discount_amount], place) => ({
        item_id: place + 1,
        sku,
        discount_amount,
      })),
      ...more,
    ],
  }) as unknown as MagentoOrder
const lines = [line('lamp', 100_00, 2), line('mug', 50_00)]
const pieces = [{ sku: 'lamp' }, { sku: 'mug' }]

test('what Magento took off each line is what it is given', () => {
  expect(lineDiscounts(order({ lamp: 0, mug: 15.005 }), { lines, pieces, discount: 15_01 })).toEqual([0, 15_01])
})

test('a bundle’s discount is that of its parts', () => {
  const parts = [
    { item_id: 8, parent_item_id: 1, sku: 'shade', discount_amount: 4 },
    { item_id: 9, parent_item_id: 1, sku: 'foot', discount_amount: 6 },
  ]
  expect(lineDiscounts(order({ lamp: 0, mug: 5 }, parts), { lines, pieces, discount: 15_00 })).toEqual([10_00, 5_00])
})

test('a sum that is another than the order’s is brought to it by Magento’s own parts', () => {
  expect(lineDiscounts(order({ lamp: 20, mug: 10.01 }), { lines, pieces, discount: 30_00 })).toEqual([19_99, 10_01])
})

test('where Magento says less of the lines than of the order, the order’s is split by price', () => {
  expect(lineDiscounts(order({}), { lines, pieces, discount: 25_00 })).toEqual([20_00, 5_00])
})

test('an order of before lines kept their discount has it split by price, for ever the same', () => {
  expect(withDiscounts(lines, 25_00).map(({ discount }) => discount)).toEqual([20_00, 5_00])
  const kept = [
    { ...lines[0]!, discount: 0 },
    { ...lines[1]!, discount: 25_00 },
  ]
  expect(withDiscounts(kept, 25_00)).toEqual(kept)
})
