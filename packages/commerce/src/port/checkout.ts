import type { CountingCoupon, CouponRefusal } from '../rules/coupons'
import type { ShippingTerms } from '../rules/shipping'
import type { GoodsLine } from './cart'
import type { Order } from './orders'
import type { Fen, ShopperContext } from './values'

export interface Address {
  name: string
  phone: string
  province: string
  city: string
  district: string
  detail: string
  postalCode: string | null
  nationalCode: string | null
}

export type FapiaoRequest =
  | { kind: 'personal'; title: string; email?: string | null }
  | {
      kind: 'company'
      title: string
      taxNumber: string
      companyAddress: string | null
      phone: string | null
      bankName: string | null
      bankAccount: string | null
      email?: string | null
    }

/** total = goods − discount + shipping */
export interface Amounts {
  goods: Fen
  discount: Fen
  shipping: Fen
  total: Fen
}

export interface PurchaseItem {
  skuId: string
  quantity: number
}

/** `lines_undeliverable`: some of the goods are not sent to the address; `address_undeliverable`: nothing is. */
export type QuoteProblem =
  | 'nothing_to_buy'
  | 'lines_unavailable'
  | 'lines_undeliverable'
  | 'address_required'
  | 'address_undeliverable'
  /** There is no such store (any more), or nothing can be picked up there. */
  | 'store_unavailable'
  /** The store has too few of some of the goods: the lines say so of the store. */
  | 'store_out_of_stock'

export interface Quote {
  /** As they stand where they come from: in the warehouse, or in the store they are picked up from. */
  lines: GoodsLine[]
  /** Over the lines that can be bought. */
  amounts: Amounts
  /** What the fee was made of, for a shopper to understand it; null where the back end keeps that to itself, or nothing goes there. */
  shipping: { terms: ShippingTerms; grams: number } | null
  /** Those that count, in the order they are taken off: their discounts are the coupons' part of the amounts' discount. */
  coupons: CountingCoupon[]
  /** Never stand in the way of the order. */
  couponsRefused: CouponRefusal[]
  problems: QuoteProblem[]
}

export interface PickupRequest {
  storeId: string
  /** Who picks up. */
  name: string
  phone: string
}

export interface OrderRequest {
  /** The same reference of the same shopper is the same order, for ever: a lost answer never makes a second one. */
  reference: string
  items: PurchaseItem[]
  /** null only for what is picked up. */
  address: Address | null
  /** The goods are kept at that store for who picks them up; there is no parcel and no fee for one. */
  pickup?: PickupRequest | null
  fapiao: FapiaoRequest | null
  remark: string
  /** One that does not count any more changes the total, and so refuses the order with `price_changed`. */
  coupons?: readonly string[]
  /** What the shopper was shown. Another total by now refuses the order with `price_changed`. */
  expectedTotal: Fen
  /** Lines of the cart this order empties, in the same transaction where the back end has one. */
  cartLineIds: string[]
  /** Unpaid until then, the order is cancelled and its stock released. */
  expiresAt: Date
}

export type RefusedLine = Pick<GoodsLine, 'skuId' | 'status' | 'available' | 'pickup'>

export type PlacedOrder =
  | { ok: true; order: Order; replayed: boolean }
  | { ok: false; problem: 'nothing_to_buy' | 'address_undeliverable' | 'price_changed' | 'store_unavailable' }
  | {
      ok: false
      problem: 'lines_unavailable' | 'store_out_of_stock'
      lines: RefusedLine[]
    }

export interface QuoteRequest {
  items: PurchaseItem[]
  address: Address | null
  pickup?: Pick<PickupRequest, 'storeId'> | null
  /**
   * Codes as the shopper typed them, what matters most first: of two that cannot be used together the first counts. The same
   * one twice is once.
   */
  coupons?: readonly string[]
}

/** What each coupon does for a purchase by itself, and which of them together take the most off. */
export interface CouponFit {
  /** In the order asked. */
  answers: ({ ok: true; coupon: CountingCoupon } | { ok: false; refusal: CouponRefusal })[]
  /** Places of those that are best used: none twice, none that would take nothing off; what was asked first goes before its equal. */
  best: number[]
}

export interface CheckoutPort {
  /** Reads only: nothing is reserved. An unknown SKU comes back as a line that is `off_sale`. */
  quote(context: ShopperContext, request: QuoteRequest): Promise<Quote>
  /** Reads only. Where the back end has to try them one by one, that is a call for each: the caller asks about few. */
  fitCoupons(context: ShopperContext, request: QuoteRequest & { coupons: readonly string[] }): Promise<CouponFit>
  /** Those of the codes, as given, that may be used together with others. */
  stackableOf(codes: readonly string[]): Promise<ReadonlySet<string>>
  /** Prices recomputed, stock reserved where the goods come from (rows in SKU order), order and its event written: all or nothing. */
  place(context: ShopperContext, request: OrderRequest): Promise<PlacedOrder>
}
