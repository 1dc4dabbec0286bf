import type { Cart, CartLine } from '@xiaopu/contract'

/** What a shopper does to the cart, in the words of the gateway's calls. */
export type CartChange =
  | { kind: 'quantity'; lineId: string; quantity: number }
  | { kind: 'sku'; lineId: string; skuId: string }
  | { kind: 'select'; lineIds: 'all' | string[]; selected: boolean }
  | { kind: 'remove'; lineIds: string[] }

const BUYABLE: readonly CartLine['status'][] = ['ok', 'low_stock']
/** Can be sent as it is. */
export const isSendable = ({ status }: Pick<CartLine, 'status'>) => BUYABLE.includes(status)
/** Nothing of it can be sent, and a store has some. */
export const isPickupOnly = ({ status, pickup }: Pick<CartLine, 'status' | 'pickup'>) =>
  status === 'sold_out' && Boolean(pickup)
/** Can be bought as it is, sent or picked up. */
export const isBuyable = (line: Pick<CartLine, 'status' | 'pickup' | 'quantity'>) =>
  isSendable(line) || (isPickupOnly(line) && line.quantity <= (line.pickup?.maxQuantity ?? 0))
/** Cannot be had at all; a line that only asks for too many can be mended, and stays with the others. */
export const isGone = (line: Pick<CartLine, 'status' | 'pickup'>) =>
  (line.status === 'sold_out' || line.status === 'off_sale') && !isPickupOnly(line)
/** The most it can be set to, sent or picked up. */
export const mostOf = (line: Pick<CartLine, 'status' | 'pickup' | 'maxQuantity'>): number =>
  isPickupOnly(line) ? (line.pickup?.maxQuantity ?? 0) : line.maxQuantity

/**
 * What 全选 is about: all that can be sent. What can only be picked up is chosen one by one, as no parcel can have both; where there is
 * nothing else, it is all of that.
 */
export function allChoice(lines: readonly CartLine[]): { chosen: boolean; lineIds: 'all' | string[] } {
  const sendable = lines.filter(isSendable)
  const meant = sendable.length > 0 ? sendable : lines.filter(isBuyable)
  return {
    chosen: meant.length > 0 && meant.every(({ selected }) => selected),
    lineIds: sendable.length > 0 ? 'all' : meant.map(({ id }) => id),
  }
}

/**
 * The cart as it will look once `change` is done. Only what the shopper touched moves: sums and prices stay the server's, and
 * so does the result of another SKU, which only the server can price.
 */
export function withChange(cart: Cart, change: CartChange): Cart {
  switch (change.kind) {
    case 'quantity':
      return eachLine(cart, (line) => (line.id === change.lineId ? { ...line, quantity: change.quantity } : line))
    case 'select': {
      const { lineIds, selected } = change
      const meant = (line: CartLine) =>
        lineIds === 'all' ? isSendable(line) || !selected : isBuyable(line) && lineIds.includes(line.id)
      return eachLine(cart, (line) => (meant(line) ? { ...line, selected } : line))
    }
    case 'remove': {
      const { lineIds } = change
      return { ...cart, lines: cart.lines.filter(({ id }) => !lineIds.includes(id)) }
    }
    case 'sku':
      return cart
  }
}

/** Whether `later` leaves nothing of `earlier`, so that an unsent `earlier` need never be sent. */
export function supersedes(later: CartChange, earlier: CartChange): boolean {
  if (later.kind === 'quantity' || later.kind === 'sku')
    return earlier.kind === later.kind && earlier.lineId === later.lineId
  if (later.kind === 'select')
    // Choosing all says nothing of what can only be picked up; choosing none says it of everything.
    return (
      earlier.kind === 'select' &&
      ((later.lineIds === 'all' && !later.selected) || sameIds(later.lineIds, earlier.lineIds))
    )
  return false
}

function sameIds(some: 'all' | string[], others: 'all' | string[]): boolean {
  if (some === 'all' || others === 'all') return some === others
  return some.length === others.length && some.every((id) => others.includes(id))
}

const eachLine = (cart: Cart, change: (line: CartLine) => CartLine): Cart => ({
  ...cart,
  lines: cart.lines.map(change),
})
