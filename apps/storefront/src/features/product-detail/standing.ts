import type { Product } from '@xiaopu/contract'
import { isPickupOnly } from '../sku'

/** Whether some of a product can be sent, only be picked up, or not be had. */
export type Standing = 'available' | 'pickup_only' | 'sold_out'

export function standingOf({ available, skus }: Pick<Product, 'available' | 'skus'>): Standing {
  if (available) return 'available'
  return skus.some(isPickupOnly) ? 'pickup_only' : 'sold_out'
}
