import { index, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** What a shopper has marked or looked at. Kept here, so that it is the same with every back end. */
export const keptProducts = gateway.table(
  'kept_products',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    kind: text().$type<'favourite' | 'view'>().notNull(),
    productId: text('product_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopperId, table.kind, table.productId] }),
    index('kept_products_newest').on(table.shopperId, table.kind, table.at, table.productId),
  ],
)
