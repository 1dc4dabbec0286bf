import type { ProductSummary, SkuQuantity, Store, StorePickup, StoreWithStock } from '@xiaopu/contract'
import { stockOf } from './catalogue-view'
import { isBuyable, statusOf } from './goods'
import type { Stocked, Stockroom } from './stockroom'
import { pickupStoreIds } from './stores'

/** Of each SKU the warehouse has, unless a test has counted otherwise. What is sold out there is sold out, until a test shelves it. */
const USUALLY: Record<string, number> = { 'shanghai-wukang': 5, 'shenzhen-mixc': 2 }

/** What lies in the stores; the stockroom is the warehouse. */
export function createShelves(stockroom: Stockroom) {
  const counted = new Map<string, number>()
  const pieces = (storeId: string, skuId: string) =>
    counted.get(`${storeId} ${skuId}`) ?? (stockroom.find(skuId)?.sku.stock ? (USUALLY[storeId] ?? 0) : 0)
  const count = (storeId: string, skuId: string, stock: number) => void counted.set(`${storeId} ${skuId}`, stock)

  /** The same goods as that store has them. */
  const at = (storeId: string, { product, sku }: Stocked): Stocked => ({
    product,
    sku: { ...sku, stock: pieces(storeId, sku.id) },
  })

  /** What the store has that has most of it. */
  function pickupOf({ sku }: Stocked): StorePickup | null {
    const available = sku.onSale ? Math.max(...pickupStoreIds.map((storeId) => pieces(storeId, sku.id))) : 0
    return available > 0 ? { available, maxQuantity: Math.min(available, sku.limit) } : null
  }

  /** Said of a product that only stores still have. */
  const inLists = <Summary extends ProductSummary>(summary: Summary): Summary => {
    const product = stockroom.products.find(({ id }) => id === summary.id)!
    return { ...summary, pickupOnly: !summary.available && product.skus.some((sku) => pickupOf({ product, sku })) }
  }

  function withStock(stores: Store[], items: SkuQuantity[]): StoreWithStock[] {
    return stores
      .filter(({ services }) => services.includes('pickup'))
      .map((store) => {
        const lines = items.map(({ skuId, quantity }) => {
          const stocked = stockroom.find(skuId)
          if (!stocked) return { skuId, status: 'sold_out' as const, available: 0 }
          const here = at(store.id, stocked)
          return { skuId, status: statusOf(here, quantity), available: stockOf(here.sku).available }
        })
        const there = lines.filter(({ status }) => isBuyable(status)).length
        return { ...store, has: there === 0 ? 'nothing' : there < lines.length ? 'some' : 'all', lines }
      })
  }

  return {
    at,
    pickupOf,
    inLists,
    withStock,
    count,
    /** A negative quantity puts them back. */
    take(storeId: string, lines: SkuQuantity[]) {
      for (const { skuId, quantity } of lines) count(storeId, skuId, pieces(storeId, skuId) - quantity)
    },
  }
}

export type Shelves = ReturnType<typeof createShelves>
