import { z } from 'zod'
import { AfterSaleKind, AfterSaleState } from './after-sale'
import { Address, Amounts, AppliedCoupon, PurchaseLine } from './checkout'
import { FapiaoState, RequestedFapiao } from './fapiao'
import { CancelOrder, Reminder } from './order-care'
import { Cursor, Fen, Id, Instant, pageOf } from './primitives'
import { Store } from './stores'

export const OrderStatus = z.enum(['pending_payment', 'paid', 'shipped', 'completed', 'cancelled'])
export type OrderStatus = z.infer<typeof OrderStatus>

/** What the shopper may do with the order now. The server decides; the storefront only renders. */
export const OrderAction = z.enum([
  'pay',
  'cancel',
  'show_pickup_code',
  'confirm_receipt',
  'review',
  'follow_up',
  'after_sale',
  'buy_again',
  'remind',
  'extend_receipt',
  'request_fapiao',
  'delete',
])
export type OrderAction = z.infer<typeof OrderAction>

export const PaymentStatus = z.enum(['unpaid', 'paid', 'refunding', 'refunded', 'refund_failed', 'closed'])
export type PaymentStatus = z.infer<typeof PaymentStatus>

export const OrderLine = PurchaseLine.extend({
  reviewed: z.boolean().describe('Whether the shopper has reviewed this product for this order'),
  discount: Fen.describe("Its part of the order's discount, all of its pieces together; the parts add up to it"),
}).meta({ id: 'OrderLine' })
export type OrderLine = z.infer<typeof OrderLine>

/** One parcel. An order may come in several. */
export const Shipment = z
  .object({
    id: Id,
    carrier: z.string().describe('In words: 顺丰速运'),
    trackingNumber: z.string().nullable(),
    shippedAt: Instant,
    lines: z.array(z.object({ skuId: Id, quantity: z.int().min(1) })),
  })
  .meta({ id: 'Shipment' })
export type Shipment = z.infer<typeof Shipment>

/** An order that is picked up is `paid` while it is made ready, `shipped` when it is, `completed` once it is collected. */
export const OrderDelivery = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('parcel') }),
    z.object({
      kind: z.literal('pickup'),
      store: Store.pick({ id: true, name: true, city: true, address: true, location: true, phone: true, hours: true }),
      name: z.string().describe('Who picks up'),
      phone: z.string(),
      code: z.string().nullable().describe('Digits for the till; only while the goods wait for their owner'),
      readyAt: Instant.nullable(),
      collectedAt: Instant.nullable(),
    }),
  ])
  .meta({ id: 'OrderDelivery' })
export type OrderDelivery = z.infer<typeof OrderDelivery>

export const Order = z
  .object({
    id: Id,
    number: z.string().describe('What the shopper reads out to customer service'),
    status: OrderStatus,
    cancelledBecause: z.enum(['shopper', 'expired', 'merchant']).nullable(),
    cancelReason: CancelOrder.nullable().describe('What the shopper said when cancelling'),
    placedAt: Instant,
    expiresAt: Instant.nullable().describe('When an unpaid order is cancelled'),
    paidAt: Instant.nullable(),
    reminder: Reminder.nullable().describe('While it waits to be sent'),
    receiptDueAt: Instant.nullable().describe('When an order that was sent counts as received by itself'),
    serverTime: Instant.describe('Countdowns run on this, not on the clock of the phone'),
    lines: z.array(OrderLine),
    pieces: z.int().min(1),
    amounts: Amounts,
    coupon: AppliedCoupon.nullable().describe('The first of coupons'),
    coupons: z.array(AppliedCoupon).describe('In the order they were taken off'),
    shipments: z.array(Shipment).describe('The first sent comes first'),
    delivery: OrderDelivery,
    receipt: z
      .object({ transactionId: z.string() })
      .nullable()
      .describe(
        'What wx.openBusinessView(weappOrderConfirm) is opened with; null: receipt is confirmed with the shop alone',
      ),
    address: Address.describe('Of goods that are picked up, the store’s, with who picks them up'),
    fapiao: RequestedFapiao.nullable(),
    fapiaoState: FapiaoState.nullable().describe('null: none was asked for, or nothing is paid'),
    remark: z.string(),
    paymentStatus: PaymentStatus,
    refunded: Fen.describe('What has gone back of the total, all of it or a part'),
    afterSales: z
      .array(z.object({ id: Id, kind: AfterSaleKind, state: AfterSaleState, open: z.boolean() }))
      .describe('Newest first'),
    actions: z.array(OrderAction).describe('The most wanted first'),
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof Order>

export const OrderQuery = z.strictObject({
  status: OrderStatus.or(z.literal('review'))
    .optional()
    .describe('review: sent, and something on it has no review yet'),
  q: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .regex(/^[^\0]+$/)
    .optional()
    .describe('Part of a name of its goods, or of its number'),
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(10),
})
export type OrderQuery = z.input<typeof OrderQuery>

export const OrderPage = pageOf(Order).meta({ id: 'OrderPage' })
export type OrderPage = z.infer<typeof OrderPage>

export const OrderCounts = z
  .object({
    pending_payment: z.int().min(0),
    paid: z.int().min(0),
    shipped: z.int().min(0),
    completed: z.int().min(0),
    review: z.int().min(0).describe('Of the last hundred orders: sent, and something on it has no review yet'),
    afterSales: z.int().min(0).describe('After-sales something is still to come of'),
  })
  .meta({ id: 'OrderCounts' })
export type OrderCounts = z.infer<typeof OrderCounts>

/** The parameters of `wx.requestPayment`, signed by the gateway (WeChat Pay API v3, signType RSA). */
export const WechatPaymentParams = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})
export type WechatPaymentParams = z.infer<typeof WechatPaymentParams>

/** `settled`: there is nothing to pay (a free order, or one that is paid already). */
export const StartedPayment = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('ready'), params: WechatPaymentParams }),
    z.object({ status: z.literal('settled') }),
  ])
  .meta({ id: 'StartedPayment' })
export type StartedPayment = z.infer<typeof StartedPayment>

/** What the gateway knows of the payment, having asked WeChat if nothing was told. */
export const PaymentState = z
  .object({ status: PaymentStatus, orderStatus: OrderStatus, amount: Fen, checkedAt: Instant })
  .meta({ id: 'PaymentState' })
export type PaymentState = z.infer<typeof PaymentState>
