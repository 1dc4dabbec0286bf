import { index, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/**
 * Which product of which order has its review; what it says is the back end's. A row is claimed before the back end is
 * asked, so that of two taps one writes; `writtenAt` says that it did.
 */
export const reviewedProducts = gateway.table(
  'reviewed_products',
  {
    orderId: text('order_id').notNull(),
    productId: text('product_id').notNull(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    claimedAt: instant('claimed_at').notNull(),
    writtenAt: instant('written_at'),
    /** When the shopper added to it. */
    followedUpAt: instant('followed_up_at'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.productId] }),
    index('reviewed_products_shopper').on(table.shopperId),
  ],
)
