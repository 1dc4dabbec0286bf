import { isApiError, newIdempotencyKey } from '@xiaopu/api-client'
import type { PurchaseSource } from '@xiaopu/contract'

/** What an order is about, as far as it makes one order another. */
export interface Purchase {
  source: PurchaseSource
  /** The codes that count. */
  coupons: readonly string[]
}

/**
 * The idempotency keys of orders that are meant but not known to be placed. A key belongs to what is being bought and with which
 * coupons, not to a tap or a page: after a lost answer the next try, even from checkout opened anew, carries the same key, and the
 * gateway answers with the order the first one made. Kept as long as the app runs.
 */
export function createOrderKeys(newKey: () => string = newIdempotencyKey) {
  const keys = new Map<string, Map<string, string>>()
  const goodsOf = ({ source }: Purchase) => (source.kind === 'cart' ? 'cart' : `${source.skuId} ${source.quantity}`)
  const couponsOf = ({ coupons }: Purchase) => JSON.stringify(coupons.map((code) => code.toUpperCase()).sort())
  const meant = (purchase: Purchase) => keys.get(goodsOf(purchase)) ?? new Map<string, string>()
  return {
    of(purchase: Purchase): string {
      const same = meant(purchase)
      const key = same.get(couponsOf(purchase)) ?? newKey()
      keys.set(goodsOf(purchase), same.set(couponsOf(purchase), key))
      return key
    },
    /** The order is placed, or certainly not: the next one is another. */
    forget: (purchase: Purchase) => void meant(purchase).delete(couponsOf(purchase)),
    /**
     * Whether the same goods may have been ordered with other coupons. Said once: whoever was told and orders all the same
     * means it.
     */
    mayBePlacedOtherwise(purchase: Purchase): boolean {
      const others = [...meant(purchase).keys()].filter((coupons) => coupons !== couponsOf(purchase))
      for (const other of others) meant(purchase).delete(other)
      return others.length > 0
    },
  }
}

export const orderKeysMeant = createOrderKeys()

/** Whether the order may have been placed all the same: no answer came, or one that does not say. */
export function mayBePlaced(error: unknown): boolean {
  if (!isApiError(error)) return true
  return (
    error.status === undefined ||
    error.status >= 500 ||
    error.code === 'bad_answer' ||
    error.code === 'request_in_progress'
  )
}
