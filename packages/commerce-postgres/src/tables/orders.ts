import type { Address, CancelReason, FapiaoRequest, OrderPickup, OrderStatus, Picture } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { skus } from './catalog'
import { commerce, fen, instant } from './schema'

export const orders = commerce.table(
  'orders',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    customerId: text('customer_id').notNull(),
    reference: text('reference').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    cancelledBecause: text('cancelled_because').$type<CancelReason>(),
    placedAt: instant('placed_at').notNull(),
    expiresAt: instant('expires_at'),
    paidAt: instant('paid_at'),
    cancelledAt: instant('cancelled_at'),
    completedAt: instant('completed_at'),
    goods: fen('goods').notNull(),
    discount: fen('discount').notNull(),
    shipping: fen('shipping').notNull(),
    total: fen('total').notNull(),
    /** What was confirmed paid, and by which WeChat transaction (none for a free order). */
    paidAmount: fen('paid_amount'),
    transactionId: text('transaction_id'),
    /** What has gone back of it. */
    refunded: fen('refunded').notNull().default(0),
    address: jsonb('address').$type<Address>().notNull(),
    /** The store, and who comes there; null: a parcel. */
    pickup: jsonb('pickup').$type<Omit<OrderPickup, 'readyAt' | 'collectedAt'>>(),
    readyAt: instant('ready_at'),
    collectedAt: instant('collected_at'),
    fapiao: jsonb('fapiao').$type<FapiaoRequest>(),
    remark: text('remark').notNull(),
  },
  (table) => [
    unique('one_order_per_reference').on(table.customerId, table.reference),
    index('orders_of_customer').on(table.customerId, table.placedAt.desc(), table.id.desc()),
    index('orders_newest_first').on(table.placedAt.desc(), table.id.desc()),
    index('orders_to_expire').on(table.expiresAt).where(sql`${table.status} = 'pending_payment'`),
    check(
      'order_status_is_known',
      sql`${table.status} in ('pending_payment', 'paid', 'shipped', 'completed', 'cancelled')`,
    ),
    check('cancelled_for_a_reason', sql`(${table.status} = 'cancelled') = (${table.cancelledBecause} is not null)`),
    check(
      'paid_at_some_time',
      sql`${table.status} not in ('paid', 'shipped', 'completed') or ${table.paidAt} is not null`,
    ),
    check(
      'amounts_add_up',
      sql`${table.total} = ${table.goods} - ${table.discount} + ${table.shipping} and ${table.goods} >= ${table.discount} and ${table.discount} >= 0 and ${table.shipping} >= 0`,
    ),
  ],
)

/** Goods as they were when the order was placed, in the language it was placed in. */
export const orderLines = commerce.table(
  'order_lines',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    skuId: text('sku_id')
      .notNull()
      .references(() => skus.id),
    productId: text('product_id').notNull(),
    skuCode: text('sku_code').notNull(),
    name: text('name').notNull(),
    options: jsonb('options').$type<string[]>().notNull(),
    picture: jsonb('picture').$type<Picture>(),
    unitPrice: fen('unit_price').notNull(),
    quantity: integer('quantity').notNull(),
    /** Its part of the order's discount. null: an order from before it was kept, whose discount is split over all lines. */
    discount: fen('discount'),
    /** Pieces whose money went back before they were sent: they never will be. */
    calledOff: integer('called_off').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.position] }),
    unique('one_order_line_per_sku').on(table.orderId, table.skuId),
    check('order_quantity_is_positive', sql`${table.quantity} > 0`),
    check('called_off_of_what_was_ordered', sql`${table.calledOff} between 0 and ${table.quantity}`),
    check('unit_price_is_money', sql`${table.unitPrice} >= 0`),
    check('discount_of_what_it_costs', sql`${table.discount} between 0 and ${table.unitPrice} * ${table.quantity}`),
  ],
)

/** Money that has gone back, once for each refund of the gateway's. */
export const refunds = commerce.table(
  'refunds',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    refundId: text('refund_id').notNull(),
    amount: fen('amount').notNull(),
    lines: jsonb('lines').$type<{ skuId: string; quantity: number }[]>().notNull(),
    restock: boolean('restock').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.refundId] }),
    check('refund_is_money', sql`${table.amount} > 0`),
  ],
)
