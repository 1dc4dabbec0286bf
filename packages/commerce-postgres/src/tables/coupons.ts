import type { Coupon } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { orders } from './orders'
import { commerce, fen, instant, localText } from './schema'

/** A coupon's row is what two orders that use it wait on. */
export const coupons = commerce.table(
  'coupons',
  {
    /** The code in the form codes are compared in. */
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    name: localText('name').notNull(),
    benefit: jsonb('benefit').$type<Coupon['benefit']>().notNull(),
    threshold: fen('threshold').notNull(),
    scope: jsonb('scope').$type<Coupon['scope']>(),
    firstOrderOnly: boolean('first_order_only').notNull(),
    /** May be used together with others that may. */
    stackable: boolean('stackable').notNull().default(false),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    usageLimit: integer('usage_limit'),
    perCustomer: integer('per_customer').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    check('threshold_is_money', sql`${table.threshold} >= 0`),
    check('usage_limit_is_a_count', sql`${table.usageLimit} >= 0`),
    check('per_customer_is_positive', sql`${table.perCustomer} > 0`),
    check('coupon_ends_after_it_starts', sql`${table.endsAt} > ${table.startsAt}`),
  ],
)

/** A coupon on an order, as it was when the order was placed. That of a cancelled order does not count as used. */
export const couponRedemptions = commerce.table(
  'coupon_redemptions',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    couponId: text('coupon_id')
      .notNull()
      .references(() => coupons.id),
    customerId: text('customer_id').notNull(),
    /** In which order they were taken off. */
    position: integer('position').notNull().default(0),
    code: text('code').notNull(),
    name: text('name').notNull(),
    discount: fen('discount').notNull(),
  },
  (table) => [
    primaryKey({ name: 'one_use_per_order', columns: [table.orderId, table.couponId] }),
    index('redemptions_of_coupon').on(table.couponId, table.customerId),
    check('redeemed_discount_is_money', sql`${table.discount} >= 0`),
  ],
)
