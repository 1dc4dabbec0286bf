import type { Sku } from '@xiaopu/contract'

/** From here down the exact number is said, as shoppers of this country expect. */
export const FEW = 3

export type StockNotice = { kind: 'sold_out' } | { kind: 'few'; count: number } | { kind: 'low' } | null

/** What is worth saying about a SKU's stock; `low` where the back end does not tell the number. */
export function stockNotice({ stock, maxQuantity }: Sku): StockNotice {
  const { status, available } = stock
  if (status === 'sold_out' || maxQuantity === 0) return { kind: 'sold_out' }
  if (available !== null && available <= FEW) return { kind: 'few', count: available }
  return status === 'low_stock' && available === null ? { kind: 'low' } : null
}

/** Why nobody can take more: there are no more, or one order may not have more. */
export const limitReason = ({ stock, maxQuantity }: Sku): 'stock' | 'per_order' =>
  stock.available !== null && stock.available <= maxQuantity ? 'stock' : 'per_order'

/** The most of any of these that one order may take; at least 1, so that a stepper has something to show. */
export const mostOf = (skus: readonly Sku[]): number => Math.max(1, ...skus.map(({ maxQuantity }) => maxQuantity))
