import type { LineStatus, StoreWithStock } from '@xiaopu/contract'
import { inStores, skusAsked } from './in-stores'

const store = (id: string, distanceMeters: number | null, lines: Record<string, LineStatus>) =>
  ({
    id,
    distanceMeters,
    lines: Object.entries(lines).map(([skuId, status]) => ({ skuId, status, available: null })),
  }) as StoreWithStock
const near = [
  store('jingan', 300, { red: 'sold_out', blue: 'ok' }),
  store('xuhui', 900, { red: 'low_stock', blue: 'insufficient' }),
  store('pudong', 4_000, { red: 'off_sale', blue: 'off_sale' }),
]
const somewhere = [store('jingan', null, { red: 'ok' })]

test.each<[string, StoreWithStock[], string | null, number, string | null]>([
  ['before a choice, stores with any of it', near, null, 2, 'jingan'],
  ['the chosen one only', near, 'red', 1, 'xuhui'],
  ['the other one', near, 'blue', 1, 'jingan'],
  ['one that no store has heard of', near, 'green', 0, null],
  ['without a location none is the nearest', somewhere, 'red', 1, null],
  ['no stores', [], null, 0, null],
])('%s', (_, stores, sku, count, nearest) => {
  const { nearest: found, ...rest } = inStores(stores, sku)
  expect([rest.count, found?.id ?? null]).toEqual([count, nearest])
})

test('all SKUs are asked for at once, and of very many those around the chosen one', () => {
  const skus = Array.from({ length: 450 }, (_, index) => ({ id: `sku-${index}` }))
  expect(skusAsked(skus.slice(0, 3), 'sku-1')).toEqual(['sku-0', 'sku-1', 'sku-2'])
  expect(skusAsked(skus, null)).toHaveLength(200)
  expect(skusAsked(skus, 'sku-449')).toEqual(skus.slice(400).map(({ id }) => id))
  expect(skusAsked(skus, 'gone')[0]).toBe('sku-0')
})
