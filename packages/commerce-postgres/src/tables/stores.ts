import type { OpeningHours, StoreService } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { check, doublePrecision, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { pictures } from './catalog'
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
