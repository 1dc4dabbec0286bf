import type { PurchaseItem } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { check, jsonb, text } from 'drizzle-orm/pg-core'
import { commerce, instant } from './schema'

/** Goods set aside for exchanges, by the exchange. One that is over stays, so that a late asking keeps nothing. */
export const replacements = commerce.table(
  'replacements',
  {
    id: text('id').primaryKey(),
    /** Of SKUs in the warehouse; none where nothing was ever set aside. */
    lines: jsonb('lines').$type<PurchaseItem[]>().notNull(),
    state: text('state').$type<'set_aside' | 'given_back' | 'sent'>().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [check('replacement_state_is_known', sql`${table.state} in ('set_aside', 'given_back', 'sent')`)],
)
