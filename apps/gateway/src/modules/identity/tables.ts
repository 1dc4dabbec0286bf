import type { Picture } from '@xiaopu/commerce'
import { boolean, index, jsonb, text, unique } from 'drizzle-orm/pg-core'
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
    nickname: text(),
    /** When name and picture were given: WeChat may take away what was there before, and no more. */
    nicknameAt: instant('nickname_at'),
    avatar: jsonb().$type<Picture>(),
    avatarUploadId: text('avatar_upload_id'),
    avatarAt: instant('avatar_at'),
    /** What WeChat thinks of the picture; nobody else sees one that has not passed. null: there is none, or nobody looks. */
    avatarCheck: text('avatar_check').$type<'checking' | 'passed' | 'held' | 'refused'>(),
    /** Under which number WeChat was asked last, and when. */
    avatarTrace: text('avatar_trace'),
    avatarAskedAt: instant('avatar_asked_at'),
    /** Country code and number: `+86 13800138000`. */
    phone: text(),
    phoneBoundAt: instant('phone_bound_at'),
    /** Whether what they look at is kept. */
    keepsHistory: boolean('keeps_history').notNull().default(true),
    /** Since when the account is being deleted: no order begins meanwhile. */
    leavingAt: instant('leaving_at'),
  },
  (table) => [unique('shoppers_appid_openid').on(table.appid, table.openid)],
)

/** Shoppers who have left, until the shop system has forgotten them as well: it may be away when they leave. */
export const departures = gateway.table('departures', {
  shopperId: text('shopper_id').primaryKey(),
  leftAt: instant('left_at').notNull(),
})

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
