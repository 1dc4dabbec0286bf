import { isApiError, newIdempotencyKey } from '@xiaopu/api-client'
import type { PurchaseSource } from '@xiaopu/contract'

/**
 * The idempotency keys of orders that are meant but not known to be placed. A key belongs to what is being bought, not to a tap
 * or a page: after a lost answer the next try, even from checkout opened anew, carries the same key, and the gateway answers
 * with the order the first one made. Kept as long as the app runs.
 */
export function createOrderKeys(newKey: () => string = newIdempotencyKey) {
  const keys = new Map<string, string>()
  const nameOf = (source: PurchaseSource) => (source.kind === 'cart' ? 'cart' : `${source.skuId} ${source.quantity}`)
  return {
    of(source: PurchaseSource): string {
      const key = keys.get(nameOf(source)) ?? newKey()
      keys.set(nameOf(source), key)
      return key
    },
    /** The order is placed, or certainly not: the next one is another. */
    forget: (source: PurchaseSource) => void keys.delete(nameOf(source)),
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
