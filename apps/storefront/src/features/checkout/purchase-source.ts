import type { PurchaseSource } from '@xiaopu/contract'

/** The most pieces the contract lets anyone ask for at once. */
const MOST = 999

/**
 * What a link to checkout is about: one SKU bought at once, or the chosen lines of the cart. A quantity that is none is 1: the
 * shopper sees it before they pay.
 */
export function sourceOf({ sku, quantity }: { sku?: string; quantity?: string }): PurchaseSource {
  if (!sku) return { kind: 'cart' }
  const wanted = /^\d{1,4}$/.test(quantity ?? '') ? Number(quantity) : 1
  return { kind: 'direct', skuId: sku, quantity: Math.min(Math.max(wanted, 1), MOST) }
}
