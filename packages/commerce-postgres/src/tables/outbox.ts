import type { DomainEvent } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { bigserial, check, index, text } from 'drizzle-orm/pg-core'
import { orders } from './orders'
import { commerce, instant } from './schema'
import { shipments } from './shipments'

/** What other systems are told, written in the transaction of the change itself. */
export const outbox = commerce.table(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    type: text('type').$type<Exclude<DomainEvent['type'], 'order.refunded'>>().notNull(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** Of `order.shipped`. */
    shipmentId: text('shipment_id').references(() => shipments.id),
    occurredAt: instant('occurred_at').notNull(),
    leasedUntil: instant('leased_until'),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [
    check('a_parcel_is_named', sql`(${table.type} = 'order.shipped') = (${table.shipmentId} is not null)`),
    index('outbox_to_tell').on(table.orderId, table.id).where(sql`${table.confirmedAt} is null`),
  ],
)
