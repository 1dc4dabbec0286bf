import type { Cart, CartLine } from '@xiaopu/contract'

/** What a shopper does to the cart, in the words of the gateway's calls. */
export type CartChange =
  | { kind: 'quantity'; lineId: string; quantity: number }
  | { kind: 'sku'; lineId: string; skuId: string }
  | { kind: 'select'; lineIds: 'all' | string[]; selected: boolean }
  | { kind: 'remove'; lineIds: 'unavailable' | string[] }

const BUYABLE: readonly CartLine['status'][] = ['ok', 'low_stock']
export const isBuyable = ({ status }: Pick<CartLine, 'status'>) => BUYABLE.includes(status)
/** Cannot be had at all; a line that only asks for too many can be mended, and stays with the others. */
export const isGone = ({ status }: Pick<CartLine, 'status'>) => status === 'sold_out' || status === 'off_sale'

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
      const meant = (line: CartLine) => isBuyable(line) && (lineIds === 'all' || lineIds.includes(line.id))
      return eachLine(cart, (line) => (meant(line) ? { ...line, selected } : line))
    }
    case 'remove': {
      const { lineIds } = change
      const gone = (line: CartLine) => (lineIds === 'unavailable' ? isGone(line) : lineIds.includes(line.id))
      return { ...cart, lines: cart.lines.filter((line) => !gone(line)) }
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
    return earlier.kind === 'select' && (later.lineIds === 'all' || sameIds(later.lineIds, earlier.lineIds))
  return false
}

const sameIds = (some: string[], others: 'all' | string[]) =>
  others !== 'all' && some.length === others.length && some.every((id) => others.includes(id))

const eachLine = (cart: Cart, change: (line: CartLine) => CartLine): Cart => ({
  ...cart,
  lines: cart.lines.map(change),
})
