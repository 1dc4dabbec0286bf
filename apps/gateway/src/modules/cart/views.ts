import {
  type Cart as CommerceCart,
  type CartLine as CommerceLine,
  canBuy,
  canPickUp,
  type GoodsLine,
  totals,
} from '@xiaopu/commerce'
import type { Cart, CartLine, PurchaseLine } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import type { Ticks } from './selection'

/** The part of a goods line that cart, quote and order show alike. */
export function goodsView(
  picture: PictureView,
  line: Omit<GoodsLine, 'compareAt' | 'status' | 'available' | 'maxQuantity' | 'pickup'>,
): PurchaseLine {
  const { productId, skuId, name, options, unitPrice, quantity } = line
  const { goods: lineTotal } = totals([line], 0)
  return { productId, skuId, name, options, picture: picture(line.picture), unitPrice, quantity, lineTotal }
}

/**
 * The lines an order would take: to be had, and chosen by the shopper. What can be sent is, until it is unticked; what can only be
 * picked up is not, until it is ticked: nobody's parcel waits for a store by itself.
 */
export const isSelected = (line: CommerceLine, { deselected, toPickUp }: Ticks) =>
  canBuy(line.status) ? !deselected.has(line.id) : canPickUp(line) && toPickUp.has(line.id)

export function cartView(
  picture: PictureView,
  cart: CommerceCart,
  { ticks, added }: { ticks: Ticks; added: ReadonlyMap<string, number> },
  freeShippingFrom: number | null,
): Cart {
  const selected = cart.lines.filter((line) => isSelected(line, ticks))
  return {
    lines: cart.lines.map((line) => ({
      ...lineView(picture, line, isSelected(line, ticks)),
      priceWhenAdded: added.get(line.id) ?? line.unitPrice,
    })),
    count: pieces(cart.lines.filter((line) => canBuy(line.status) || canPickUp(line))),
    selectedCount: pieces(selected),
    subtotal: totals(selected, 0).goods,
    saved: totals(
      selected.map((line) => ({ unitPrice: reduction(line), quantity: line.quantity })),
      0,
    ).goods,
    freeShippingFrom,
  }
}

function lineView(picture: PictureView, line: CommerceLine, selected: boolean): Omit<CartLine, 'priceWhenAdded'> {
  const { id, compareAt, maxQuantity, pickup, status, available } = line
  return { id, ...goodsView(picture, line), compareAt, maxQuantity, pickup, selected, status, available }
}

/** Fen below the former price of one piece. */
const reduction = ({ unitPrice, compareAt }: CommerceLine) => Math.max(0, (compareAt ?? 0) - unitPrice)

const pieces = (lines: { quantity: number }[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0)
