import { randomUUID } from 'node:crypto'
import type { Locale, Picture } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, between, count, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { type Figures, type Narrowing, type OwnReview, type Place, type Review, STARS } from './review'
import { reviewFollowUps, reviews } from './tables'

export interface NewReview {
  /** null: nobody of this shop any more. */
  shopperId: string | null
  locale: Locale
  orderId: string
  productId: string
  productName: string
  stars: number
  text: string
  nickname: string | null
  options: string[]
  tags: string[]
  pictures: Picture[]
}

export type ReviewBook = ReturnType<typeof createReviewBook>

const shownFollowUp = and(eq(reviewFollowUps.reviewId, reviews.id), eq(reviewFollowUps.status, 'published'))
const shownOf = (productId: string) => and(eq(reviews.productId, productId), eq(reviews.status, 'published'))
const ONLY: Record<NonNullable<Narrowing['only']>, SQL> = {
  pictures: sql`(jsonb_array_length(${reviews.pictures}) > 0 or jsonb_array_length(${reviewFollowUps.pictures}) > 0)`,
  follow_up: sql`${reviewFollowUps.id} is not null`,
}
const narrowed = (productId: string, { stars, tag, only }: Narrowing) =>
  and(
    shownOf(productId),
    stars && between(reviews.stars, STARS[stars][0], STARS[stars][1]),
    tag === undefined ? undefined : sql`${reviews.tags} @> ${JSON.stringify([tag])}::jsonb`,
    only && ONLY[only],
  )
/** By bytes, as the gateway compares them with those of the shop system. */
const BY_ID = sql`${reviews.id} collate "C"`

/** The reviews that were written here. */
export function createReviewBook(db: Sql, clock: Clock) {
  /** A second one of the same product of an order changes nothing: false. */
  async function write(review: NewReview): Promise<boolean> {
    const { options, tags, ...said } = review
    const written = await db
      .insert(reviews)
      .values({
        ...said,
        ...{ id: randomUUID(), createdAt: clock(), status: 'pending' },
        ...{ options: [...new Set(options)], tags: [...new Set(tags)] },
      })
      .onConflictDoNothing({ target: [reviews.orderId, reviews.productId] })
      .returning({ id: reviews.id })
    return written.length > 0
  }

  /** Published ones, the newest first. */
  async function shown(
    productId: string,
    narrowing: Narrowing,
    { after, limit }: { after: Place | undefined; limit: number },
  ): Promise<Review[]> {
    const older =
      after && sql`(${reviews.createdAt}, ${BY_ID}) < (${after.at.toISOString()}::timestamptz, ${after.id}::text)`
    const rows = await db
      .select({ review: reviews, followUp: reviewFollowUps })
      .from(reviews)
      .leftJoin(reviewFollowUps, shownFollowUp)
      .where(and(narrowed(productId, narrowing), older))
      .orderBy(desc(reviews.createdAt), desc(BY_ID))
      .limit(limit)
    return rows.map(shownReview)
  }

  async function countOf(productId: string, narrowing: Narrowing): Promise<number> {
    const [row] = await db
      .select({ total: count() })
      .from(reviews)
      .leftJoin(reviewFollowUps, shownFollowUp)
      .where(narrowed(productId, narrowing))
    return row!.total
  }

  async function figures(productId: string): Promise<Figures> {
    const { rows } = (await db.execute(figuresOf(productId))) as unknown as { rows: { figures: Figures }[] }
    return rows[0]!.figures
  }

  /** Those of a product the shop system was told of: when they were written, and by what they are known there. */
  async function toldOf(productId: string): Promise<{ createdAt: Date; marks: string[] }[]> {
    return db
      .select({ createdAt: reviews.createdAt, marks: reviews.marks })
      .from(reviews)
      .where(and(eq(reviews.productId, productId), sql`${reviews.marks} <> '[]'`))
      .orderBy(asc(reviews.createdAt), asc(reviews.id))
  }

  async function ofOrder(shopperId: string, orderId: string): Promise<OwnReview[]> {
    const rows = await db
      .select({ review: reviews, followUp: reviewFollowUps })
      .from(reviews)
      .leftJoin(reviewFollowUps, eq(reviewFollowUps.reviewId, reviews.id))
      .where(and(eq(reviews.orderId, orderId), eq(reviews.shopperId, shopperId)))
      .orderBy(asc(reviews.createdAt), asc(reviews.id))
    return rows.map(ownReview)
  }

  /** However many ask at once, one is kept. `no_review`: none of theirs, or one that was not let through. */
  async function followUp(said: {
    shopperId: string | null
    orderId: string
    productId: string
    text: string
    pictures: Picture[]
  }): Promise<'written' | 'no_review' | 'followed_up'> {
    const { shopperId, orderId, productId, text, pictures } = said
    const [review] = await db
      .select({ id: reviews.id })
      .from(reviews)
      .where(
        and(
          eq(reviews.orderId, orderId),
          eq(reviews.productId, productId),
          sql`${reviews.shopperId} is not distinct from ${shopperId}`,
          ne(reviews.status, 'rejected'),
        ),
      )
    if (!review) return 'no_review'
    const written = await db
      .insert(reviewFollowUps)
      .values({ id: randomUUID(), reviewId: review.id, text, pictures, createdAt: clock(), status: 'pending' })
      .onConflictDoNothing()
      .returning({ id: reviewFollowUps.id })
    return written.length > 0 ? 'written' : 'followed_up'
  }

  return { write, shown, countOf, figures, toldOf, ofOrder, followUp }
}

const figuresOf = (productId: string) => sql`
  with shown as (
    select r.stars, r.tags, f.id as follow_up,
      jsonb_array_length(r.pictures) + coalesce(jsonb_array_length(f.pictures), 0) as pictures
    from gateway.reviews r
    left join gateway.review_follow_ups f on f.review_id = r.id and f.status = 'published'
    where r.product_id = ${productId} and r.status = 'published'
  ), tagged as (
    select tag, count(*)::int as count from shown, jsonb_array_elements_text(shown.tags) tag group by tag
  )
  select jsonb_build_object(
    'stars', coalesce(sum(stars), 0),
    'good', count(*) filter (where stars >= 4),
    'fair', count(*) filter (where stars = 3),
    'poor', count(*) filter (where stars <= 2),
    'pictures', count(*) filter (where pictures > 0),
    'followUps', count(follow_up),
    'tags', coalesce(
      (select jsonb_agg(jsonb_build_object('tag', tag, 'count', count) order by count desc, tag) from tagged), '[]'
    )
  ) as figures from shown`

interface Row {
  review: typeof reviews.$inferSelect
  followUp: typeof reviewFollowUps.$inferSelect | null
}

function shownReview({ review, followUp }: Row): Review {
  const { id, nickname, stars, text, options, tags, pictures, createdAt, reply } = review
  return {
    ...{ id, nickname, stars, text, options, tags, pictures, createdAt, reply },
    followUp: followUp && {
      ...{ text: followUp.text, pictures: followUp.pictures },
      ...{ createdAt: followUp.createdAt, reply: followUp.reply },
    },
  }
}

function ownReview({ review, followUp }: Row): OwnReview {
  const { productId, stars, text, tags, pictures, createdAt, status } = review
  return {
    ...{ productId, stars, text, tags, pictures, createdAt, status },
    followUp: followUp && {
      ...{ text: followUp.text, pictures: followUp.pictures },
      ...{ createdAt: followUp.createdAt, status: followUp.status },
    },
  }
}
