import type { CartLine } from '@xiaopu/contract'

/** At or below this many the shopper is told how many are left. */
const FEW = 3

/** How many are left, where that is few enough to say; null otherwise. */
export const fewLeft = ({ available, status }: Pick<CartLine, 'available' | 'status'>): number | null =>
  status !== 'sold_out' && status !== 'off_sale' && available !== null && available > 0 && available <= FEW
    ? available
    : null

/**
 * What to say to someone who wants more than can be had: a line that asks for too many is offered the maximum, one that is at it is
 * told so.
 */
export const overLimit = ({ quantity, maxQuantity }: Pick<CartLine, 'quantity' | 'maxQuantity'>): 'offer' | 'tell' =>
  quantity > maxQuantity ? 'offer' : 'tell'
