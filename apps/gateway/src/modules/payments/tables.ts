import type { PaymentState, RefundState } from '@xiaopu/commerce'
import { bigint, boolean, index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/**
 * One payment per order. What was sent with the first prepay is frozen here: WeChat Pay refuses a repeat of an
 * out_trade_no whose parameters differ. Amounts in fen.
 */
export const payments = gateway.table(
  'payments',
  {
    orderId: text('order_id').primaryKey(),
    /** The order's number. */
    outTradeNo: text('out_trade_no').notNull().unique(),
    shopperId: text('shopper_id').notNull(),
    openid: text().notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
    description: text().notNull(),
    notifyUrl: text('notify_url').notNull(),
    payUntil: instant('pay_until').notNull(),
    state: text().$type<PaymentState>().notNull(),
    transactionId: text('transaction_id'),
    paidAt: instant('paid_at'),
    createdAt: instant('created_at').notNull(),
    /** When WeChat was last asked about it: never more than once a second. */
    askedAt: instant('asked_at'),
  },
  (table) => [index('payments_state').on(table.state, table.createdAt)],
)

/** Each callback that proved genuine, by WeChat's id for it: a repeat is answered and changes nothing. */
export const paymentEvents = gateway.table(
  'payment_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    outTradeNo: text('out_trade_no').notNull(),
    /** As it came, still sealed. */
    body: text().notNull(),
    /** Decrypted. */
    resource: jsonb().notNull(),
    receivedAt: instant('received_at').notNull(),
    /** null: written, but its effect is still to come (the back end was away). */
    appliedAt: instant('applied_at'),
  },
  (table) => [index('payment_events_applied_at').on(table.appliedAt)],
)

/**
 * Money on its way back, all of a payment's or parts of it. One out_refund_no for ever: a new one would pay a second
 * time. Amounts in fen.
 */
export const refunds = gateway.table(
  'refunds',
  {
    outRefundNo: text('out_refund_no').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => payments.orderId),
    outTradeNo: text('out_trade_no').notNull(),
    amount: bigint({ mode: 'number' }).notNull(),
    total: bigint({ mode: 'number' }).notNull(),
    reason: text().notNull(),
    /** The merchant's refund in the shop system that this one follows; null: it was started here. */
    merchantRefundId: text('merchant_refund_id'),
    /** Pieces it is for, which the shop system is told of; and whether those that came back can be sold again. */
    lines: jsonb().$type<{ skuId: string; quantity: number }[]>().notNull().default([]),
    restock: boolean().notNull().default(false),
    state: text().$type<RefundState>().notNull(),
    refundId: text('refund_id'),
    attempts: integer().notNull().default(0),
    /** When the job looks at it next. */
    dueAt: instant('due_at').notNull(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [index('refunds_due_at').on(table.state, table.dueAt)],
)
