import { primaryKey, text } from 'drizzle-orm/pg-core'
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
