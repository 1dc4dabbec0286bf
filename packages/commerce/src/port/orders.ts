import type { AppliedCoupon } from '../rules/coupons'
import type { Address, Amounts, FapiaoRequest } from './checkout'
import type { Store } from './stores'
import type { Fen, Page, Picture, ShopperContext } from './values'

export type OrderStatus = 'pending_payment' | 'paid' | 'shipped' | 'completed' | 'cancelled'
export type CancelReason = 'shopper' | 'expired' | 'merchant'

export interface OrderLine {
  productId: string
  skuId: string
  /** As they were when the order was placed, in the language it was placed in. */
  name: string
  options: string[]
  picture: Picture | null
  unitPrice: Fen
  quantity: number
  /** Its part of the order's discount, all of its pieces together: the parts add up to it, to the fen. */
  discount: Fen
}

/** One parcel. */
export interface Shipment {
  id: string
  carrier: string
  trackingNumber: string | null
  shippedAt: Date
  lines: { skuId: string; quantity: number }[]
}

/** Goods that wait in a store. `paid` while they are made ready, `shipped` when they are, `completed` once collected. */
export interface OrderPickup {
  /** As it was when the order was placed, in the language it was placed in. */
  store: Pick<Store, 'id' | 'name' | 'city' | 'address' | 'location' | 'phone' | 'hours'>
  name: string
  phone: string
  readyAt: Date | null
  collectedAt: Date | null
}

export interface Order {
  id: string
  /** 6–32 of 0-9A-Za-z_-: also fit to be an out_trade_no (WeChat Pay API v3, JSAPI order). */
  number: string
  customerId: string
  status: OrderStatus
  cancelledBecause: CancelReason | null
  placedAt: Date
  expiresAt: Date | null
  paidAt: Date | null
  lines: OrderLine[]
  amounts: Amounts
  /** What the shop system has on record as sent back of what was paid. */
  refunded: Fen
  /** In the order they were taken off. */
  coupons: AppliedCoupon[]
  /** The first sent comes first. */
  shipments: Shipment[]
  /** Of what is picked up, the store's, with who picks it up. */
  address: Address
  /** null: it comes as a parcel. */
  pickup: OrderPickup | null
  fapiao: FapiaoRequest | null
  remark: string
}

/** Money that WeChat confirmed. The amount has been compared by the caller; it is recorded here once. */
export interface ConfirmedPayment {
  transactionId: string | null
  amount: Fen
  paidAt: Date
}

/** Money of a paid order that WeChat has sent back. */
export interface RecordedRefund {
  /** Of the gateway, 1–64 of 0-9A-Za-z_-: the same is recorded once. */
  refundId: string
  amount: Fen
  /** Pieces it was for; none: for none in particular. Those of them that were not sent will not be, and can be sold again. */
  lines: { skuId: string; quantity: number }[]
  /** The pieces that had been sent came back and can be sold again. */
  restock: boolean
}

/** A job or a callback named an order that does not exist: a bug, or somebody else's callback. */
export class UnknownOrder extends Error {
  override name = 'UnknownOrder'
  constructor(readonly orderId: string) {
    super(`There is no order ${orderId}`)
  }
}

/** Which of a shopper's orders. */
export interface OrderListing {
  status?: OrderStatus
  /** Part of the name of something ordered, or of the order's number; case does not matter, and no character has a meaning of its own. */
  q?: string
  /** Ids of orders that are left out as if there were none. */
  except?: readonly string[]
  cursor?: string
  limit: number
}

export interface OrdersPort {
  /** null: unknown, or another shopper's. */
  get(context: ShopperContext, orderId: string): Promise<Order | null>
  /** Newest first. */
  list(context: ShopperContext, query: OrderListing): Promise<Page<Order>>
  counts(
    context: ShopperContext,
    which?: Pick<OrderListing, 'except'>,
  ): Promise<Record<'pending_payment' | 'paid' | 'shipped' | 'completed', number>>

  /** The shopper has everything. Idempotent. null: unknown, or another shopper's. */
  confirmReceipt(
    context: ShopperContext,
    orderId: string,
  ): Promise<{ outcome: 'completed' | 'already_completed' | 'not_shipped'; order: Order } | null>

  /**
   * The till has handed over what waited in a store. Of several at once, one is told `collected`.
   *
   * @throws UnknownOrder
   */
  collect(orderId: string): Promise<{ outcome: 'collected' | 'already_collected' | 'not_ready'; order: Order }>

  /** For jobs and callbacks, which act for nobody in particular. */
  find(orderId: string): Promise<Order | null>
  findByNumber(number: string): Promise<Order | null>
  /**
   * Idempotent. `not_payable`: the order is cancelled, so that the money has to go back. Stock is committed with it.
   * An order that this very payment had paid and that was cancelled since is `already_paid`: what goes back of its money
   * is told by `order.refunded`.
   *
   * @throws UnknownOrder
   */
  markPaid(
    orderId: string,
    payment: ConfirmedPayment,
  ): Promise<{ outcome: 'paid' | 'already_paid' | 'not_payable'; order: Order }>
  /**
   * Idempotent. Releases the stock in the same transaction. A paid order is `not_cancellable`.
   *
   * @throws UnknownOrder
   */
  cancel(
    orderId: string,
    reason: CancelReason,
  ): Promise<{ outcome: 'cancelled' | 'already_cancelled' | 'not_cancellable'; order: Order }>
  /**
   * Money has gone back that was not refunded in the shop system: it takes note, once for each `refundId`, of no more than
   * was paid, and never tells it back as `order.refunded`. Of an order that was not paid there is nothing to note. A paid
   * or shipped order all of whose money has gone back is cancelled. The shop system may hear of it later.
   *
   * @throws UnknownOrder
   */
  recordRefund(orderId: string, refund: RecordedRefund): Promise<void>
  /** Unpaid orders whose time is up, the oldest first. */
  listExpired(now: Date, limit: number): Promise<Order[]>
}
