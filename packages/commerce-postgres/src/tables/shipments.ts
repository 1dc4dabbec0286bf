import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { skus } from './catalog'
import { orders } from './orders'
import { commerce, instant } from './schema'

/** One parcel of an order. */
export const shipments = commerce.table(
  'shipments',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** The first sent has the lowest. */
    position: bigserial('position', { mode: 'number' }).notNull(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number'),
    shippedAt: instant('shipped_at').notNull(),
  },
  (table) => [index('shipments_of_order').on(table.orderId)],
)

export const shipmentLines = commerce.table(
  'shipment_lines',
  {
    shipmentId: text('shipment_id')
      .notNull()
      .references(() => shipments.id, { onDelete: 'cascade' }),
    skuId: text('sku_id')
      .notNull()
      .references(() => skus.id),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shipmentId, table.skuId] }),
    check('shipped_quantity_is_positive', sql`${table.quantity} > 0`),
  ],
)
