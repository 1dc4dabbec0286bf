import type { CartPort } from './cart'
import type { CatalogPort } from './catalog'
import type { CheckoutPort } from './checkout'
import type { DeliveryPort } from './delivery'
import type { EventsPort } from './events'
import type { MerchantPort } from './merchant'
import type { OrdersPort } from './orders'
import type { ReplacementsPort } from './replacements'
import type { ReviewsPort } from './reviews'
import type { ShoppersPort } from './shoppers'
import type { StoresPort } from './stores'

/** Where back ends differ, the gateway asks here and never by name. */
export interface Capabilities {
  /** `exact`: numbers; `flag`: in stock or not (Magento without a threshold). */
  stock: 'exact' | 'flag'
  soldCounts: boolean
  /** Whether placing an order reserves stock until it expires. */
  reservesStock: boolean
  /** Whether a list can be narrowed to what is in stock. */
  stockFilter: boolean
  /** Whether a coupon that does not count comes with the reason (Magento says only that it does not). */
  couponReasons: boolean
  /** How many coupons one order can have at most (Magento Open Source: one). */
  couponsPerOrder: number
  /** Whether the merchant refunds in the shop system itself, which tells of it by `order.refunded`. */
  refundsByMerchant: boolean
  /** Whether single products may be left out of deliveries to a place, whatever else goes there. */
  undeliverableGoods: boolean
  /** Whether what is left in stores only can be bought to be picked up; where not, it is sold out for everybody. */
  pickupOnlyGoods: boolean
  /** Whether the shop system keeps reviews of its own: `reviews` is there. */
  keepsReviews: boolean
  /** Whether goods for an exchange are kept for it; where not, it is seen that there are some and the shop's people are told. */
  reservesReplacements: boolean
}

/**
 * What a commerce backend must do. PostgreSQL and Magento 2 stand behind it; both pass the suite in `../conformance`.
 * A method throws `BackendUnavailable` when the back end cannot be reached, and any other error is a bug: what a
 * shopper can do wrong is in the answers.
 */
export interface CommerceBackend {
  readonly name: string
  readonly capabilities: Capabilities
  readonly catalog: CatalogPort
  readonly carts: CartPort
  readonly checkout: CheckoutPort
  readonly delivery: DeliveryPort
  readonly orders: OrdersPort
  readonly replacements: ReplacementsPort
  /** null: all reviews are the gateway's. */
  readonly reviews: ReviewsPort | null
  readonly shoppers: ShoppersPort
  readonly stores: StoresPort
  readonly events: EventsPort
  /** null: the shop is run elsewhere. */
  readonly merchant: MerchantPort | null
  /** Resolves when the back end answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** The back end could not be reached or did not answer in time; nothing is known of the call's effect. */
export class BackendUnavailable extends Error {
  override name = 'BackendUnavailable'
}
