import type { Coupon } from '../rules/coupons'
import type { ShippingRules } from '../rules/shipping'
import type { Order, OrderStatus } from './orders'
import type { Store } from './stores'
import type { Fen, Page, Video } from './values'

export interface ShipmentRequest {
  /** In words: 顺丰速运. */
  carrier: string
  trackingNumber: string | null
  /** null: everything that has not been sent yet. */
  lines: { skuId: string; quantity: number }[] | null
}

type InEachLanguage = Record<'zh-CN' | 'en', string>

/** A shop as its merchant writes it; its picture comes with an import. */
export interface ShopStore extends Pick<Store, 'id' | 'location' | 'phone' | 'hours' | 'services'> {
  name: InEachLanguage
  city: InEachLanguage
  address: InEachLanguage
}

/**
 * What the people of the shop decide. Only a back end that has no office of its own has this: what Magento owns is
 * decided in Magento.
 */
export interface MerchantPort {
  /** Everybody's, newest first. */
  orders(query: { status?: OrderStatus; cursor?: string; limit: number }): Promise<Page<Order>>
  /**
   * Sends a parcel. The order is `shipped` once everything has been sent; until then it stays `paid`.
   *
   * @throws UnknownOrder
   */
  ship(
    orderId: string,
    request: ShipmentRequest,
  ): Promise<
    | { ok: true; order: Order }
    | { ok: false; problem: 'not_paid' | 'more_than_ordered' | 'nothing_to_send' | 'other_delivery' }
  >
  /**
   * What was ordered waits in the store. Idempotent. `other_delivery`: it comes as a parcel.
   *
   * @throws UnknownOrder
   */
  markReady(
    orderId: string,
  ): Promise<{ ok: true; order: Order } | { ok: false; problem: 'not_paid' | 'other_delivery' }>
  /** false: there is no such SKU. Never below what unpaid orders hold: `reserved` says how much that is. */
  setStock(skuCode: string, onHand: number): Promise<{ ok: true } | { ok: false; problem: 'not_found' | 'reserved' }>
  /** The same of the shelves of a store. */
  setStoreStock(
    storeId: string,
    skuCode: string,
    onHand: number,
  ): Promise<{ ok: true } | { ok: false; problem: 'not_found' | 'reserved' }>
  setPrice(
    skuCode: string,
    price: { price: Fen; compareAt: Fen | null },
  ): Promise<{ ok: true } | { ok: false; problem: 'not_found' }>
  hasProduct(productId: string): Promise<boolean>
  /** The film in front of its pictures, and without a poster of its own; null takes it away. */
  setFilm(
    productId: string,
    film: Omit<Video, 'poster'> | null,
  ): Promise<{ ok: true } | { ok: false; problem: 'not_found' }>
  stores(): Promise<ShopStore[]>
  /** Opens it after the others, or changes the one with that id; its picture and its place among the others stay. */
  putStore(store: ShopStore): Promise<void>
  /** With what stood on its shelves. `reserved`: orders hold some of that, or are still to be picked up there. */
  removeStore(storeId: string): Promise<{ ok: true } | { ok: false; problem: 'not_found' | 'reserved' }>
  coupons(): Promise<(Coupon & { used: number })[]>
  /** Makes it, or changes the one with that code. What has been used stays used. */
  putCoupon(coupon: Coupon): Promise<void>
  /** The shipping template in force. */
  shippingRules(): Promise<ShippingRules>
  /** In force from now on: an order quoted by the one before is refused with `price_changed` where the fee differs. */
  putShippingRules(rules: ShippingRules): Promise<void>
}
