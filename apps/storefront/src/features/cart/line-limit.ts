import type { CartLine } from '@xiaopu/contract'
import { isGone, isPickupOnly, mostOf } from './cart-change'

/** At or below this many the shopper is told how many are left. */
const FEW = 3

/** How many are left, where that is few enough to say; null otherwise. */
export function fewLeft(line: Pick<CartLine, 'available' | 'status' | 'pickup'>): number | null {
  if (isGone(line)) return null
  const available = isPickupOnly(line) ? (line.pickup?.available ?? 0) : line.available
  return available !== null && available > 0 && available <= FEW ? available : null
}

/**
 * What to say to someone who wants more than can be had: a line that asks for too many is offered the maximum, one that is at it is
 * told so.
 */
export const overLimit = (line: Pick<CartLine, 'quantity' | 'maxQuantity' | 'status' | 'pickup'>): 'offer' | 'tell' =>
  line.quantity > mostOf(line) ? 'offer' : 'tell'
