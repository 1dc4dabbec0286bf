import type { DeskAfterSale } from './after-sales'

/** The name of what is wrong: the gateway's own codes, and `desk_unavailable` where nobody answered. The page has words for each. */
export class DeskRefusal extends Error {
  override readonly name = 'DeskRefusal'

  constructor(
    readonly code: string,
    readonly status: number,
    detail?: string,
  ) {
    super(detail ?? code)
  }
}

/** In the shop's own words where it has them: the gateway's states, and `refunded` for what Magento has closed. */
export type DeskOrderState = 'pending_payment' | 'paid' | 'shipped' | 'completed' | 'cancelled' | 'refunded' | 'on_hold'

export interface Waybill {
  /** In words: 顺丰速运. */
  carrier: string
  trackingNumber: string
}

export interface DeskOrder {
  /** What the other calls take; `number` is what people say. */
  id: string
  number: string
  state: DeskOrderState
  placedAt: string
  /** fen */
  total: number
  lines: { name: string; options: string[]; quantity: number }[]
  parcels: { carrier: string; trackingNumber: string | null }[]
  /** One suggestion a carrier; none where nothing is left to send. */
  waybills: Waybill[]
  /** Where it is picked up; null: it comes as a parcel. */
  pickup: { storeId: string; store: string } | null
  /** What the shopper wrote with the order; empty: nothing. */
  remark: string
  /** Why the shopper cancelled it, as far as they said. */
  cancelled: { reason: string; words: string } | null
  /** How often the shopper has asked where it is, and since when. */
  reminded: { times: number; since: string } | null
  /** fen that have gone back. */
  refunded: number
  /** Of a refund that WeChat did not pay out. */
  refundTrouble: 'abnormal' | 'closed' | null
  /** What WeChat would not be told of how it was sent, in its own words; null: nothing to do. */
  untold: string | null
  /** fen that can still go back from here. */
  refundable: number
  /** Pieces that money can go back for; empty where only all of it can. */
  refundLines: RefundableLine[]
}

export interface RefundableLine {
  skuId: string
  name: string
  pieces: number
  /** fen paid for one piece, for two, … */
  worth: number[]
}

/** A part of an order's money that goes back. */
export interface RefundPart {
  /** The same for one wish, however often it is sent. */
  key: string
  /** fen */
  amount: number
  lines: { skuId: string; quantity: number }[]
  /** Those pieces can be sold again. */
  restock: boolean
  /** The shopper reads it in WeChat. */
  reason: string
}

export interface DeskReview {
  id: string
  productName: string
  stars: number
  text: string
  nickname: string | null
  /** Addresses this machine's browser can load. */
  pictures: string[]
  /** What was said at first; null: this is it. */
  followUpTo: string | null
}

/** One that was asked for, as the gateway tells of it. */
export interface DeskFapiao {
  orderId: string
  orderNumber: string
  /** fen */
  total: number
  requestedAt: string
  kind: 'personal' | 'company'
  title: string
  /** Of a company. */
  taxNumber: string | null
  email: string | null
}

export interface CouponTerms {
  code: string
  name: { zh: string; en: string }
  /** fen, or percent taken off. */
  benefit: { kind: 'fixed'; amount: number } | { kind: 'percent'; percent: number }
  /** fen */
  threshold: number
  /** May be used together with others that may. */
  stackable: boolean
  usageLimit: number | null
}
export interface DeskCoupon extends CouponTerms {
  used: number
}

export interface DeskShipping {
  /** fen, for a parcel to where no region says otherwise */
  fee: number
  /** fen; null: nothing travels free by its worth */
  freeFrom: number | null
  /** Places nothing is sent to; null where that is decided elsewhere. */
  undeliverable: string[] | null
}

/** What the page can offer: an act that is not there is not shown. */
export interface Abilities {
  /** Money alone, or for some of the pieces; otherwise all that is left at once. */
  refundParts: boolean
  /** How often a coupon may be used by everybody together. */
  couponLimit: boolean
  /** Several coupons on one order. */
  couponStack: boolean
}

/** What a merchant decides, wherever this shop is run. Every call throws DeskRefusal for what cannot be done. */
export interface Desk {
  readonly runBy: 'gateway' | 'magento'
  readonly can: Abilities
  /** The newest, first. */
  orders(): Promise<DeskOrder[]>
  /** Everything that has not been sent yet, in one parcel. */
  ship(orderId: string, parcel: Waybill): Promise<void>
  /** What is picked up waits in its store. */
  markReady(orderId: string): Promise<void>
  /** Somebody has come for it, and shown the code at that store's till. */
  collect(storeId: string, pickupCode: string): Promise<void>
  /** @param part null: all that is left */
  refund(orderId: string, part: RefundPart | null): Promise<void>
  /** Those nobody has looked at, the oldest first. */
  reviews(): Promise<DeskReview[]>
  decideReview(reviewId: string, decision: { publish: boolean; reply: string | null }): Promise<void>
  setStock(skuCode: string, pieces: number): Promise<void>
  /** fen */
  setPrice(skuCode: string, price: { price: number; compareAt: number | null }): Promise<void>
  coupons(): Promise<DeskCoupon[]>
  putCoupon(terms: CouponTerms): Promise<void>
  shipping(): Promise<DeskShipping>
  setShipping(terms: DeskShipping): Promise<void>
}

/** How many orders are on the desk at once. */
export const ORDERS_SHOWN = 5

/** All the page shows but the shelf. */
export interface Overview extends Pick<Desk, 'runBy' | 'can'> {
  orders: DeskOrder[]
  reviews: DeskReview[]
  coupons: DeskCoupon[]
  shipping: DeskShipping
  /** The gateway’s, whoever runs the shop. */
  afterSales: DeskAfterSale[]
  fapiao: DeskFapiao[]
}
