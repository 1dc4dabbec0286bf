import type { ShippingRules } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { boolean, check, jsonb } from 'drizzle-orm/pg-core'
import { commerce, instant } from './schema'

/** The shop's one shipping template; no row until the merchant has made one. */
export const shippingRules = commerce.table(
  'shipping_rules',
  {
    only: boolean('only').primaryKey().default(true),
    rules: jsonb('rules').$type<ShippingRules>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [check('one_shipping_template', sql`${table.only}`)],
)
