import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { sessions, shoppers } from './tables'

export const identityParts = (db: Sql): PersonalPart[] => [
  {
    name: 'profile',
    // Who has left stands in `departures` until the shop system has forgotten them, too.
    tables: ['shoppers', 'departures'],
    withAccount: 'goes',
    async show({ customer }) {
      const [row] = await db.select().from(shoppers).where(eq(shoppers.id, customer.id))
      if (!row) return null
      const { id, nickname, avatarUploadId, phone, phoneBoundAt, keepsHistory, createdAt, unionid } = row
      return {
        ...{ id, nickname, avatarUploadId, phone, phoneBoundAt, keepsHistory, since: createdAt },
        // What WeChat knows them by stays on the server: whoever has it can act for them there.
        keptAndNotShown: ['WeChat openid', ...(unionid ? ['WeChat unionid'] : [])],
      }
    },
  },
  {
    name: 'sessions',
    tables: ['sessions'],
    withAccount: 'goes',
    show: ({ customer }) =>
      db
        .select({ signedInAt: sessions.createdAt, until: sessions.expiresAt })
        .from(sessions)
        .where(eq(sessions.shopperId, customer.id)),
  },
]
