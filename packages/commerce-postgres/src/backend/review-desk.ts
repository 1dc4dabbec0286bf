import type { MerchantPort } from '@xiaopu/commerce'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { products, reviews } from '../tables'
import { decodeCursor } from './cursor'
import { pageOf, reviewOf } from './reviews'
import { at, instantOf } from './rows'
import { inLocale, withoutNul } from './text'

/** Where somebody of the shop reads what waits to be shown. */
export function reviewDesk(db: Sql): Pick<MerchantPort, 'pendingReviews' | 'decideReview'> {
  return {
    async pendingReviews({ cursor, limit }) {
      const place = decodeCursor(cursor, ['number', 'string'])
      const newer: SQL | undefined =
        (place && sql`(${reviews.createdAt}, ${reviews.id}) > (${at(instantOf(place[0]))}, ${place[1]}::text)`) ||
        undefined
      const waiting = eq(reviews.status, 'pending')
      const rows = await db
        .select({ review: reviews, product: products.name })
        .from(reviews)
        .innerJoin(products, eq(products.id, reviews.productId))
        .where(and(waiting, newer))
        .orderBy(asc(reviews.createdAt), asc(reviews.id))
        .limit(limit + 1)
      const flat = rows.map(({ review, product }) => ({ ...review, product }))
      const page = pageOf(flat, limit, (row) => ({
        ...reviewOf(row),
        productId: row.productId,
        productName: inLocale(row.product, 'zh-CN'),
        orderId: row.orderId,
      }))
      return { ...page, total: await db.$count(reviews, waiting) }
    },

    async decideReview(reviewId, { publish, reply }) {
      const decided = await db
        .update(reviews)
        .set({ status: publish ? 'published' : 'rejected', reply: withoutNul(reply) })
        .where(eq(reviews.id, reviewId))
        .returning({ id: reviews.id })
      return decided.length > 0 ? { ok: true } : { ok: false, problem: 'not_found' }
    },
  }
}
