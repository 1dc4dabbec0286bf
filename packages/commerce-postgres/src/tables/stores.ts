import type { OpeningHours, StoreService } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { pictures, skus } from './catalog'
import { commerce, localText } from './schema'

export const stores = commerce.table(
  'stores',
  {
    id: text('id').primaryKey(),
    position: integer('position').notNull(),
    name: localText('name').notNull(),
    city: localText('city').notNull(),
    address: localText('address').notNull(),
    /** Degrees in GCJ-02. */
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    phone: text('phone').notNull(),
    picture: text('picture').references(() => pictures.source),
    hours: jsonb('hours').$type<OpeningHours>().notNull(),
    services: jsonb('services').$type<StoreService[]>().notNull(),
  },
  (table) => [
    check(
      'location_is_on_earth',
      sql`${table.latitude} between -90 and 90 and ${table.longitude} between -180 and 180`,
    ),
  ],
)

/** What stands on the shelves of a store, counted as in the warehouse (`skus`) and apart from it. */
export const storeStock = commerce.table(
  'store_stock',
  {
    storeId: text('store_id')
      .notNull()
      .references(() => stores.id, { onDelete: 'cascade' }),
    skuId: text('sku_id')
      .notNull()
      .references(() => skus.id),
    onHand: integer('on_hand').notNull(),
    reserved: integer('reserved').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.skuId] }),
    index('store_stock_of_sku').on(table.skuId),
    check('store_stock_is_never_oversold', sql`${table.reserved} >= 0 and ${table.onHand} >= ${table.reserved}`),
  ],
)
