import { sql } from 'drizzle-orm'
import { bigserial, check, integer, text, unique } from 'drizzle-orm/pg-core'
import { skus } from './catalog'
import { commerce, instant } from './schema'

/** One cart per shopper; its row is what two changes of the same cart wait on. */
export const carts = commerce.table('carts', {
  customerId: text('customer_id').primaryKey(),
  createdAt: instant('created_at').notNull(),
})

export const cartLines = commerce.table(
  'cart_lines',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => carts.customerId, { onDelete: 'cascade' }),
    skuId: text('sku_id')
      .notNull()
      .references(() => skus.id),
    quantity: integer('quantity').notNull(),
    /** The line added last has the highest. */
    position: bigserial('position', { mode: 'number' }).notNull(),
  },
  (table) => [
    unique('one_cart_line_per_sku').on(table.customerId, table.skuId),
    check('cart_quantity_is_positive', sql`${table.quantity} > 0`),
  ],
)
