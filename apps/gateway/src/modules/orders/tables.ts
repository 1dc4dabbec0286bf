import type { PurchaseItem } from '@xiaopu/commerce'
import { index, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** The order as it will be asked of the back end, decided once per key. */
export interface DecidedOrder {
  reference: string
  items: PurchaseItem[]
  cartLineIds: string[]
  expectedTotal: number
  coupons?: string[]
  /** As gateways that knew one code decided it; a key is kept for a day. */
  coupon?: string | null
}

/**
 * One `Idempotency-Key` of one shopper, kept for a day. `decided` is written before the back end is asked: after a
 * crash in between, the same key asks for the same order again, though the cart may be empty by then.
 */
export const idempotencyKeys = gateway.table(
  'idempotency_keys',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    decided: jsonb().$type<DecidedOrder>(),
    orderId: text('order_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopperId, table.key] }),
    index('idempotency_keys_created_at').on(table.createdAt),
  ],
)
