import {
  type CartChange,
  type CommerceBackend,
  type Cart as CommerceCart,
  type CartLine as CommerceLine,
  type GoodsProblem,
  isPickupOnly,
  type ShopperContext,
} from '@xiaopu/commerce'
import type { AddToCart, Cart, ChangeCartLine, LineStatus, RemoveCartLines, SelectCartLines } from '@xiaopu/contract'
import { notFound, Refusal } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import type { AddedPrices } from './added-prices'
import type { Selection } from './selection'
import { cartView } from './views'

export type CartService = ReturnType<typeof createCart>

/** The back end's cart with the shopper's ticks. Every change answers with the whole cart. */
export function createCart(
  backend: CommerceBackend,
  selection: Selection,
  addedPrices: AddedPrices,
  picture: PictureView,
) {
  const { carts } = backend

  async function get(context: ShopperContext): Promise<Cart> {
    return shown(context, await carts.get(context))
  }

  /** What is put in is ticked, also when its line was there and was not. */
  async function add(context: ShopperContext, item: AddToCart): Promise<Cart> {
    const cart = changed(await carts.add(context, item))
    const lines = cart.lines.filter(({ skuId }) => skuId === item.skuId)
    await selection.select(context.customer.id, idsOf(lines), idsOf(lines.filter(isPickupOnly)))
    await addedPrices.note(context.customer.id, lines)
    return shown(context, cart)
  }

  async function change(context: ShopperContext, lineId: string, wish: ChangeCartLine): Promise<Cart> {
    const change =
      'quantity' in wish
        ? await carts.setQuantity(context, lineId, wish.quantity)
        : await carts.changeSku(context, lineId, wish.skuId)
    return shown(context, changed(change))
  }

  async function remove(context: ShopperContext, { lineIds }: RemoveCartLines): Promise<Cart> {
    const leaving = lineIds === 'unavailable' ? await unavailableLines(context) : lineIds
    const cart = await carts.remove(context, leaving)
    const left = idsOf(cart.lines)
    await selection.keepOnly(context.customer.id, left)
    await addedPrices.keepOnly(context.customer.id, left)
    return shown(context, cart)
  }

  /** Lines of which nothing can be sent: of an `insufficient` one there are still some. */
  async function unavailableLines(context: ShopperContext): Promise<string[]> {
    const { lines } = await carts.get(context)
    return idsOf(lines.filter(({ status }) => status === 'sold_out' || status === 'off_sale'))
  }

  /**
   * What can only be picked up is ticked where it is named, and not along with all others.
   *
   * @throws Refusal `not_found` when a line is not in this cart; nothing is ticked then
   */
  async function select(context: ShopperContext, wish: SelectCartLines): Promise<Cart> {
    const cart = await carts.get(context)
    const named = wish.lineIds === 'all' ? null : new Set(wish.lineIds)
    const lines = cart.lines.filter(({ id }) => named === null || named.has(id))
    if (named && lines.length < named.size) throw notFound('cart line')
    const toPickUp = named ? lines.filter(isPickupOnly) : []
    if (wish.selected) await selection.select(context.customer.id, idsOf(lines), idsOf(toPickUp))
    else await selection.deselect(context.customer.id, idsOf(lines))
    return shown(context, cart)
  }

  async function shown(context: ShopperContext, cart: CommerceCart): Promise<Cart> {
    const [ticks, added, { freeShippingFrom }] = await Promise.all([
      selection.of(context.customer.id),
      addedPrices.of(context.customer.id, cart.lines),
      backend.delivery.promises(),
    ])
    return cartView(picture, cart, { ticks, added }, freeShippingFrom)
  }

  return { get, add, change, remove, select }
}

const idsOf = (lines: readonly CommerceLine[]) => lines.map(({ id }) => id)

function changed(change: CartChange): CommerceCart {
  if (change.ok) return change.cart
  throw goodsRefusal(change.problem)
}

function goodsRefusal({ code, skuId, available }: GoodsProblem): Refusal {
  if (code === 'not_found') return notFound('SKU or cart line')
  if (code === 'cart_full' || skuId === null) return new Refusal(code)
  return new Refusal(code, { lines: [{ skuId, status: refusedStatus(code, available), available }] })
}

function refusedStatus(code: GoodsProblem['code'], available: number | null): LineStatus {
  if (code === 'off_sale') return 'off_sale'
  return code === 'out_of_stock' && available === 0 ? 'sold_out' : 'insufficient'
}
