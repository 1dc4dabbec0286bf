import { index, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'
import type { QuotedPurchase } from './purchase'

/** What a quote id stood for, so that an order is placed on what the shopper saw, and can say what has changed. */
export const quotes = gateway.table(
  'quotes',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    purchase: jsonb().$type<QuotedPurchase>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopperId, table.id] }), index('quotes_created_at').on(table.createdAt)],
)
