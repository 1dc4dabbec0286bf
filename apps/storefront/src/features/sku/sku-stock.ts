import type { Sku } from '@xiaopu/contract'

/** From here down the exact number is said, as shoppers of this country expect. */
export const FEW = 3

export type StockNotice =
  | { kind: 'sold_out' }
  | { kind: 'pickup_only' }
  | { kind: 'few'; count: number }
  | { kind: 'low' }
  | null

/** Nothing of it can be sent, and a store has some. */
export const isPickupOnly = ({ stock, pickup }: Pick<Sku, 'stock' | 'pickup'>): boolean =>
  stock.status === 'sold_out' && Boolean(pickup)

/** What is worth saying about a SKU's stock; `low` where the back end does not tell the number. */
export function stockNotice({ stock, maxQuantity, pickup }: Sku): StockNotice {
  const { status, available } = stock
  if (isPickupOnly({ stock, pickup })) return { kind: 'pickup_only' }
  if (status === 'sold_out' || maxQuantity === 0) return { kind: 'sold_out' }
  if (available !== null && available <= FEW) return { kind: 'few', count: available }
  return status === 'low_stock' && available === null ? { kind: 'low' } : null
}

/** Why nobody can take more: there are no more, no store has more, or one order may not have more. */
export function limitReason({ stock, maxQuantity, pickup }: Sku): 'stock' | 'store' | 'per_order' {
  if (pickup && isPickupOnly({ stock, pickup })) return pickup.available <= pickup.maxQuantity ? 'store' : 'per_order'
  return stock.available !== null && stock.available <= maxQuantity ? 'stock' : 'per_order'
}

const mostOfOne = (sku: Sku) => (isPickupOnly(sku) ? (sku.pickup?.maxQuantity ?? 0) : sku.maxQuantity)

/** The most of any of these that one order may take, sent or picked up; at least 1, so that a stepper has something to show. */
export const mostOf = (skus: readonly Sku[]): number => Math.max(1, ...skus.map(mostOfOne))
