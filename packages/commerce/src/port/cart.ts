import type { StorePickup } from './catalog'
import type { Fen, Picture, ShopperContext } from './values'

/** `undeliverable`: not sent to the address that was asked about; only of a quote or an order, never of a cart. */
export type LineStatus = 'ok' | 'low_stock' | 'insufficient' | 'sold_out' | 'off_sale' | 'undeliverable'

/** Goods in words and figures of now: a cart line, a line of a quote. */
export interface GoodsLine {
  productId: string
  skuId: string
  name: string
  /** The chosen option values in words. */
  options: string[]
  picture: Picture | null
  unitPrice: Fen
  compareAt: Fen | null
  quantity: number
  status: LineStatus
  /** Pieces there are; where a limit per order is what the line exceeds, that limit. */
  available: number | null
  /** The most this line can be set to now, of what can be sent. */
  maxQuantity: number
  /** What can be picked up of it; see `Sku.pickup`. `isPickupOnly` says when nothing else is left. */
  pickup: StorePickup | null
}

export interface CartLine extends GoodsLine {
  id: string
}
export interface Cart {
  /** The line added last comes first. */
  lines: CartLine[]
}

/**
 * A shopper's mistake is data. `skuId` is null where the line is not in this cart. `available` says how many may be
 * had at most (by stock, or by the limit for one order), where that is known.
 */
export interface GoodsProblem {
  code: 'not_found' | 'off_sale' | 'out_of_stock' | 'quantity_limit' | 'cart_full'
  skuId: string | null
  available: number | null
}
export type CartChange = { ok: true; cart: Cart } | { ok: false; problem: GoodsProblem }

/**
 * One cart per shopper. Which lines are selected is not the back end's business (Magento has no such thing): the
 * gateway keeps it, and an order names its lines.
 */
export interface CartPort {
  get(context: ShopperContext): Promise<Cart>
  /**
   * Adds to the line that already has the SKU. Refused as a whole when the sum exceeds stock or limit. Goods that can only be
   * picked up are refused as sold out, unless `pickup` says that the shopper means that: then a store's stock counts.
   */
  add(context: ShopperContext, item: { skuId: string; quantity: number; pickup?: boolean }): Promise<CartChange>
  /** `not_found` also for a line of somebody else's cart. Of goods that can only be picked up, a store's stock counts. */
  setQuantity(context: ShopperContext, lineId: string, quantity: number): Promise<CartChange>
  /** Keeps the quantity; joins the line that already has the SKU. Goods that can only be picked up may be chosen, too. */
  changeSku(context: ShopperContext, lineId: string, skuId: string): Promise<CartChange>
  /** Lines that are not there any more are no error. */
  remove(context: ShopperContext, lineIds: string[]): Promise<Cart>
}
