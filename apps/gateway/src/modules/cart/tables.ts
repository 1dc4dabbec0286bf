import { bigint, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** Lines are selected unless they are here: a line just added is. */
export const deselectedLines = gateway.table(
  'deselected_cart_lines',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    lineId: text('line_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopperId, table.lineId] })],
)

/** Lines that were selected although only a store has their goods: those are not selected unless they are here. */
export const pickupLines = gateway.table(
  'pickup_cart_lines',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    lineId: text('line_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopperId, table.lineId] })],
)

/** What a line cost when it was put in. No back end keeps it: a cart shows the prices of now. */
export const addedPrices = gateway.table(
  'cart_line_prices',
  {
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    lineId: text('line_id').notNull(),
    /** A line may take another SKU: its price is another matter. */
    skuId: text('sku_id').notNull(),
    price: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopperId, table.lineId] })],
)
