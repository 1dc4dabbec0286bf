import type { MerchantAct, StaffRole } from '@xiaopu/contract'
import { index, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** Who works here. Rows stay when somebody leaves: what they did keeps its name. */
export const staff = gateway.table('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text().$type<StaffRole>().notNull(),
  /** SHA-256: who reads this table cannot be anybody. */
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  dismissedAt: instant('dismissed_at'),
})

/** What the people of the shop did. Written before it is done, so that nothing is done without a row. */
export const merchantActs = gateway.table(
  'merchant_acts',
  {
    id: text().primaryKey(),
    at: instant('at').notNull(),
    staffId: text('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    act: text().notNull(),
    subject: text(),
    detail: jsonb(),
    outcome: text().$type<NonNullable<MerchantAct['outcome']>>(),
  },
  (table) => [index('merchant_acts_at').on(table.at, table.id)],
)
