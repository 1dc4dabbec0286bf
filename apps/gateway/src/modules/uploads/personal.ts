import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, isNull, like, or } from 'drizzle-orm'
import { AVATARS } from '../account/avatar'
import type { PersonalPart } from '../account/personal-part'
import { NOBODY } from './service'
import { uploads } from './tables'

/** Whose a picture was that is in what stays, such as a review. */
const GONE = ''

/** Pictures that were sent. What is in nothing, and the avatar, goes; those in a review stay with it, and are nobody's. */
export const uploadsPart = (db: Sql): PersonalPart => ({
  name: 'pictures',
  tables: ['uploads'],
  withAccount: 'goes',
  show: ({ customer }) =>
    db
      .select({ id: uploads.id, sentAt: uploads.createdAt, usedFor: uploads.claimedBy })
      .from(uploads)
      .where(eq(uploads.shopperId, customer.id)),
  async forget(transaction, shopperId) {
    const mine = eq(uploads.shopperId, shopperId)
    const own = and(mine, or(isNull(uploads.claimedBy), like(uploads.claimedBy, `${AVATARS}%`)))
    // Their files go with the next sweep.
    await transaction.update(uploads).set({ claimedBy: NOBODY, shopperId: GONE }).where(own)
    await transaction.update(uploads).set({ shopperId: GONE }).where(mine)
  },
})
