import { index, text, unique } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** A person as one Mini Program knows them. The id is the shop's own: openid and unionid never leave the gateway. */
export const shoppers = gateway.table(
  'shoppers',
  {
    id: text().primaryKey(),
    appid: text().notNull(),
    openid: text().notNull(),
    unionid: text(),
    createdAt: instant('created_at').notNull(),
    blockedAt: instant('blocked_at'),
  },
  (table) => [unique('shoppers_appid_openid').on(table.appid, table.openid)],
)

/** `tokenHash` is SHA-256 of the token: who reads this table cannot be anybody. */
export const sessions = gateway.table(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sessions_expires_at').on(table.expiresAt), index('sessions_shopper').on(table.shopperId)],
)
