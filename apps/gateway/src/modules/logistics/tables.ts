import type { ParcelStatus, ParcelTrace } from '@xiaopu/contract'
import { boolean, index, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** A parcel WeChat was told of, and what it has said since. WeChat tells the state of now: the history is what was seen here. */
export const parcelTraces = gateway.table(
  'parcel_traces',
  {
    orderId: text('order_id').notNull(),
    shipmentId: text('shipment_id').notNull(),
    /** WeChat's name for it; null until WeChat has taken it. */
    token: text(),
    traced: text().$type<ParcelTrace['traced']>().notNull(),
    /** The first seen comes first. */
    seen: jsonb().$type<{ status: ParcelStatus; at: string }[]>().notNull(),
    askedAt: instant('asked_at').notNull(),
    /** It has arrived: there is nothing left to ask. */
    over: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.shipmentId] }),
    index('parcel_traces_asked_at').on(table.over, table.askedAt),
  ],
)
