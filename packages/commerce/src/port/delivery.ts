import type { Destination } from '../rules/places'
import type { ShippingTerms } from '../rules/shipping'
import type { Context, Fen } from './values'

/** What a shop promises everybody, wherever they live. */
export interface ShopPromises {
  freeShippingFrom: Fen | null
  shipsWithinHours: number | null
}

/** Sending one piece of a product somewhere, bought alone. */
export type DeliveryEstimate =
  /** `fee`: null where it is known at checkout only; `terms`: null where the back end keeps them to itself. */
  | { ok: true; fee: Fen | null; terms: ShippingTerms | null }
  /** `shop`: nothing goes there; `goods`: this product does not. */
  | { ok: false; because: 'shop' | 'goods' }

export interface DeliveryPort {
  promises(): Promise<ShopPromises>
  /** `skuId`: null for the cheapest to send, and for one the product does not have. null: no such product on sale. */
  estimate(
    context: Context,
    goods: { productId: string; skuId: string | null },
    destination: Destination,
  ): Promise<DeliveryEstimate | null>
}
