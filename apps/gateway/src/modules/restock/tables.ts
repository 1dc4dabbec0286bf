import type { Locale } from '@xiaopu/contract'
import { index, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** Who waits for what. A row is gone once its message is on its way. */
export const restockReminders = gateway.table(
  'restock_reminders',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    skuId: text('sku_id').notNull(),
    productId: text('product_id').notNull(),
    /** Of the message. */
    locale: text().$type<Locale>().notNull(),
    askedAt: instant('asked_at').notNull(),
    /** When the product was last looked at for it. */
    lookedAt: instant('looked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopperId, table.skuId] }),
    index('restock_reminders_product').on(table.productId, table.lookedAt),
  ],
)
