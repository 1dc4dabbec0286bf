import type {
  Address,
  AppliedCoupon,
  CancelReason,
  DomainEvent,
  FapiaoRequest,
  OrderPickup,
  OrderStatus,
  RecordedRefund,
} from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, jsonb, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import type { KeptLine } from '../orders/line-discounts'
import { fen, instant, magento } from './schema'

/** One parcel of an order, as it is kept: the instant is text. */
export interface SentParcel {
  id: string
  carrier: string
  trackingNumber: string | null
  shippedAt: string
  lines: { skuId: string; quantity: number }[]
}

/** An order as the shopper knows it. Magento has the goods, the stock and the parcel; this has the rest. */
export const orders = magento.table(
  'orders',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    /** Magento's `entity_id` and `increment_id`. */
    magentoId: integer('magento_id').notNull().unique(),
    magentoNumber: text('magento_number').notNull().unique(),
    customerId: text('customer_id').notNull(),
    reference: text('reference').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    cancelledBecause: text('cancelled_because').$type<CancelReason>(),
    placedAt: instant('placed_at').notNull(),
    expiresAt: instant('expires_at'),
    paidAt: instant('paid_at'),
    paidAmount: fen('paid_amount'),
    transactionId: text('transaction_id'),
    /** What Magento has on record as refunded. */
    refunded: fen('refunded').notNull().default(0),
    goods: fen('goods').notNull(),
    discount: fen('discount').notNull(),
    shipping: fen('shipping').notNull(),
    total: fen('total').notNull(),
    lines: jsonb('lines').$type<KeptLine[]>().notNull(),
    address: jsonb('address').$type<Address>().notNull(),
    /** The store, and who comes there; null: a parcel. */
    pickup: jsonb('pickup').$type<Omit<OrderPickup, 'readyAt' | 'collectedAt'>>(),
    readyAt: instant('ready_at'),
    collectedAt: instant('collected_at'),
    fapiao: jsonb('fapiao').$type<FapiaoRequest>(),
    remark: text('remark').notNull(),
    /** As Magento took it; its discount is in `discount`. */
    coupon: jsonb('coupon').$type<AppliedCoupon>(),
    /** As Magento was last seen to have them, the first sent first. */
    shipments: jsonb('shipments').$type<SentParcel[]>().notNull().default([]),
  },
  (table) => [
    unique('one_order_per_reference').on(table.customerId, table.reference),
    index('orders_of_customer').on(table.customerId, table.placedAt.desc(), table.id.desc()),
    index('orders_to_expire').on(table.expiresAt).where(sql`${table.status} = 'pending_payment'`),
    check(
      'order_status_is_known',
      sql`${table.status} in ('pending_payment', 'paid', 'shipped', 'completed', 'cancelled')`,
    ),
    check('cancelled_for_a_reason', sql`(${table.status} = 'cancelled') = (${table.cancelledBecause} is not null)`),
    check('amounts_add_up', sql`${table.total} = ${table.goods} - ${table.discount} + ${table.shipping}`),
  ],
)

/** Everything of an order but what Magento says when it has placed it. */
export type PlacementDraft = Omit<
  typeof orders.$inferInsert,
  'number' | 'magentoId' | 'magentoNumber' | 'status' | 'placedAt' | 'expiresAt'
> & {
  expiresAt: string
  cartLineIds: string[]
  /** What Magento's order has to hold to be this one. */
  pieces: { sku: string; quantity: number }[]
}

/**
 * An order Magento was asked to place and has not been heard to place. Written before the asking, gone once it is an
 * order of ours: while it is here, the order is looked for before anything else is done.
 */
export const placements = magento.table(
  'placements',
  {
    customerId: text('customer_id').notNull(),
    reference: text('reference').notNull(),
    /** Of the Magento cart: it becomes one order at most. */
    cartId: text('cart_id').notNull(),
    draft: jsonb('draft').$type<PlacementDraft>().notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.reference] })],
)

/** What Magento still has to be told of an order; done once it has heard. */
export const errands = magento.table(
  'errands',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    kind: text('kind').$type<'invoice' | 'cancel' | 'comment' | 'refund'>().notNull(),
    /** Of a comment its words; of a refund what is said of it. */
    words: text('words').notNull(),
    /** Of a refund: what went back, for which pieces. */
    refund: jsonb('refund').$type<RecordedRefund>(),
    attempts: integer('attempts').notNull(),
    dueAt: instant('due_at').notNull(),
    doneAt: instant('done_at'),
  },
  (table) => [
    unique('one_errand_of_those_words').on(table.orderId, table.kind, table.words),
    index('errands_due').on(table.dueAt).where(sql`${table.doneAt} is null`),
  ],
)

/**
 * The refunds of an order that have been seen at Magento: a credit memo by its id there, `called-off` where a paid order
 * was cancelled without one. The merchant's are told of when they are written here; ours need no telling.
 */
export const refunds = magento.table(
  'refunds',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    refundId: text('refund_id').notNull(),
    amount: fen('amount').notNull(),
    startedBy: text('started_by').$type<'merchant' | 'us'>().notNull(),
    /** What ours says of itself, there as here. */
    words: text('words'),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.refundId] })],
)

/** What other systems are told, written in the transaction of the change itself. */
export const outbox = magento.table(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    type: text('type').$type<DomainEvent['type']>().notNull(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** What the event says beyond its order: of a shipment its id. */
    details: jsonb('details').$type<Record<string, string | number>>(),
    occurredAt: instant('occurred_at').notNull(),
    leasedUntil: instant('leased_until'),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [index('outbox_to_tell').on(table.orderId, table.id).where(sql`${table.confirmedAt} is null`)],
)
