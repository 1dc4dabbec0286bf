import { randomUUID } from 'node:crypto'
import type { OwnReview, ReviewExtrasPort, ReviewFigures } from '@xiaopu/commerce'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { reviewFollowUps, reviews } from '../tables'
import { isListed, rowsOf } from './rows'
import type { Shop } from './settings'
import { withoutNul } from './text'

export function reviewExtrasPort(db: Sql, shop: Shop): ReviewExtrasPort {
  return {
    async figures(productId) {
      const [product] = await rowsOf<{ figures: ReviewFigures }>(
        db,
        sql`select ${FIGURES} as figures from commerce.products p
          where p.id = ${productId} and ${isListed(shop.clock())}`,
      )
      return product?.figures ?? null
    },

    async ofOrder({ customer }, orderId) {
      const rows = await db
        .select({ review: reviews, followUp: reviewFollowUps })
        .from(reviews)
        .leftJoin(reviewFollowUps, eq(reviewFollowUps.reviewId, reviews.id))
        .where(and(eq(reviews.orderId, orderId), eq(reviews.customerId, customer.id)))
        .orderBy(asc(reviews.createdAt), asc(reviews.id))
      return rows.map(ownReview)
    },

    async followUp({ customer }, { orderId, productId, text, pictures }) {
      const [review] = await db
        .select({ id: reviews.id })
        .from(reviews)
        .where(
          and(
            eq(reviews.orderId, orderId),
            eq(reviews.productId, productId),
            eq(reviews.customerId, customer.id),
            ne(reviews.status, 'rejected'),
          ),
        )
      if (!review) return { ok: false, problem: 'no_review' }
      const written = await db
        .insert(reviewFollowUps)
        .values({
          ...{ id: randomUUID(), reviewId: review.id, text: withoutNul(text), pictures },
          ...{ createdAt: shop.clock(), status: 'pending' },
        })
        .onConflictDoNothing()
        .returning({ id: reviewFollowUps.id })
      return written.length > 0 ? { ok: true } : { ok: false, problem: 'followed_up' }
    },
  }
}

/** Of the published reviews of product `p`, as JSON. */
const FIGURES = sql`(
  with shown as (
    select r.stars, r.tags, f.id as follow_up,
      jsonb_array_length(r.pictures) + coalesce(jsonb_array_length(f.pictures), 0) as pictures
    from commerce.reviews r
    left join commerce.review_follow_ups f on f.review_id = r.id and f.status = 'published'
    where r.product_id = p.id and r.status = 'published'
  ), tagged as (
    select tag, count(*)::int as count from shown, jsonb_array_elements_text(shown.tags) tag group by tag
  )
  select jsonb_build_object(
    'good', count(*) filter (where stars >= 4),
    'fair', count(*) filter (where stars = 3),
    'poor', count(*) filter (where stars <= 2),
    'pictures', count(*) filter (where pictures > 0),
    'followUps', count(follow_up),
    'tags', coalesce(
      (select jsonb_agg(jsonb_build_object('tag', tag, 'count', count) order by count desc, tag) from tagged), '[]'
    )
  ) from shown)`

interface OwnRow {
  review: typeof reviews.$inferSelect
  followUp: typeof reviewFollowUps.$inferSelect | null
}

function ownReview({ review, followUp }: OwnRow): OwnReview {
  const { productId, stars, text, tags, pictures, createdAt, status } = review
  return {
    ...{ productId, stars, text, tags, pictures, createdAt, status },
    followUp: followUp && {
      ...{ text: followUp.text, pictures: followUp.pictures },
      ...{ createdAt: followUp.createdAt, status: followUp.status },
    },
  }
}
