import type { StoreWithStock } from '@xiaopu/contract'

/** Stores that have a product, the nearest first when it is known where the shopper is. */
export interface InStores {
  count: number
  /** Null where distances are not known. */
  nearest: StoreWithStock | null
}

/** Those that have it. @param skuId null: not chosen yet, any SKU of the product will do */
export const storesWith = (stores: readonly StoreWithStock[], skuId: string | null): StoreWithStock[] =>
  stores.filter(({ lines }) =>
    lines.some((line) => (skuId === null || line.skuId === skuId) && ['ok', 'low_stock'].includes(line.status)),
  )

export function inStores(stores: readonly StoreWithStock[], skuId: string | null): InStores {
  const having = storesWith(stores, skuId)
  const nearest = having[0]
  return { count: having.length, nearest: nearest && nearest.distanceMeters !== null ? nearest : null }
}

/** SKUs one question may name. */
const MOST = 200

/** What is asked for: every SKU at once, so that a choice asks nothing new; of very many, those the chosen one is among. */
export function skusAsked(skus: readonly { id: string }[], chosen: string | null): string[] {
  const ids = skus.map(({ id }) => id)
  const at = chosen === null ? 0 : Math.max(ids.indexOf(chosen), 0)
  const from = Math.floor(at / MOST) * MOST
  return ids.slice(from, from + MOST)
}
