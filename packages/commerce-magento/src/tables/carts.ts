import type { GoodsLine } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { bigserial, check, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import { instant, magento } from './schema'

/** A cart is there to be locked while it changes. */
export const carts = magento.table('carts', {
  customerId: text('customer_id').primaryKey(),
  createdAt: instant('created_at').notNull(),
})

export const cartLines = magento.table(
  'cart_lines',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => carts.customerId),
    skuId: text('sku_id').notNull(),
    quantity: integer('quantity').notNull(),
    /** What it was when it was put in, by language: Magento forgets what it no longer sells. */
    remembered: jsonb('remembered').$type<Record<string, GoodsLine>>().notNull(),
    position: bigserial('position', { mode: 'number' }),
  },
  (table) => [
    unique('one_cart_line_per_sku').on(table.customerId, table.skuId),
    check('cart_quantity_is_positive', sql`${table.quantity} > 0`),
  ],
)
