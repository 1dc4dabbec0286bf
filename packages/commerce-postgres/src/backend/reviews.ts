import { randomUUID } from 'node:crypto'
import type {
  Context,
  Page,
  Review,
  ReviewNarrowing,
  ReviewRequest,
  ReviewSummary,
  ReviewsPort,
  ShopperContext,
} from '@xiaopu/commerce'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orderLines, reviewFollowUps, reviews } from '../tables'
import { decodeCursor, encodeCursor } from './cursor'
import { at, instantOf, isListed, rowsOf } from './rows'
import type { Shop } from './settings'
import { withoutNul } from './text'

/** What the published reviews of product `p` come to, as JSON. */
export const REVIEW_SUMMARY = sql`(
  select jsonb_build_object('count', count(*), 'average', round(avg(review.stars), 1))
  from commerce.reviews review where review.product_id = p.id and review.status = 'published')`

export function reviewsPort(db: Sql, shop: Shop): ReviewsPort {
  return {
    list: (_context: Context, productId, query) => listReviews(db, shop, productId, query),
    write: (context, request) => writeReview(db, shop, context, request),
  }
}

const STARS = {
  good: sql`${reviews.stars} >= 4`,
  fair: sql`${reviews.stars} = 3`,
  poor: sql`${reviews.stars} <= 2`,
}
const ONLY = {
  pictures: sql`(jsonb_array_length(${reviews.pictures}) > 0 or jsonb_array_length(${reviewFollowUps.pictures}) > 0)`,
  follow_up: sql`${reviewFollowUps.id} is not null`,
}
const shownFollowUp = and(eq(reviewFollowUps.reviewId, reviews.id), eq(reviewFollowUps.status, 'published'))

async function listReviews(
  db: Sql,
  shop: Shop,
  productId: string,
  { cursor, limit, stars, tag, only }: ReviewNarrowing & { cursor?: string; limit: number },
): Promise<(Page<Review> & { summary: ReviewSummary }) | null> {
  const [product] = await rowsOf<{ summary: ReviewSummary }>(
    db,
    sql`select ${REVIEW_SUMMARY} as summary from commerce.products p
      where p.id = ${productId} and ${isListed(shop.clock())}`,
  )
  if (!product) return null
  const place = decodeCursor(cursor, ['number', 'string'])
  const older: SQL | undefined =
    (place && sql`(${reviews.createdAt}, ${reviews.id}) < (${at(instantOf(place[0]))}, ${place[1]}::text)`) || undefined
  const wanted = and(
    eq(reviews.productId, productId),
    eq(reviews.status, 'published'),
    stars && STARS[stars],
    tag === undefined ? undefined : sql`${reviews.tags} @> ${JSON.stringify([tag])}::jsonb`,
    only && ONLY[only],
  )
  const rows = await db
    .select({ review: reviews, followUp: reviewFollowUps })
    .from(reviews)
    .leftJoin(reviewFollowUps, shownFollowUp)
    .where(and(wanted, older))
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(limit + 1)
  const [{ total } = { total: 0 }] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(reviews)
    .leftJoin(reviewFollowUps, shownFollowUp)
    .where(wanted)
  const flat = rows.map(({ review, followUp }) => ({ ...review, followUp }))
  return { ...pageOf(flat, limit, reviewOf), total, summary: product.summary }
}

/** A second review of the same product on the same order is the first one: an answer may have been lost. */
async function writeReview(
  db: Sql,
  shop: Shop,
  { customer }: ShopperContext,
  { orderId, productId, stars, text, nickname, tags, pictures }: ReviewRequest,
): ReturnType<ReviewsPort['write']> {
  const listed = await rowsOf(
    db,
    sql`select from commerce.products p where p.id = ${productId} and ${isListed(shop.clock())}`,
  )
  if (listed.length === 0) return { ok: false, problem: 'unknown_product' }
  const bought = await db
    .select({ options: orderLines.options })
    .from(orderLines)
    .where(and(eq(orderLines.orderId, orderId), eq(orderLines.productId, productId)))
    .orderBy(asc(orderLines.position))
  await db
    .insert(reviews)
    .values({
      id: randomUUID(),
      productId,
      orderId,
      customerId: customer.id,
      nickname: withoutNul(nickname),
      stars,
      text: withoutNul(text),
      options: [...new Set(bought.flatMap(({ options }) => options))],
      tags: [...new Set(tags)],
      pictures,
      createdAt: shop.clock(),
      status: 'pending',
    })
    .onConflictDoNothing()
  const [written] = await db
    .select({ status: reviews.status })
    .from(reviews)
    .where(and(eq(reviews.orderId, orderId), eq(reviews.productId, productId)))
  return { ok: true, status: written?.status === 'published' ? 'published' : 'pending' }
}

/** One page of rows, of which one more than the limit was read. */
export function pageOf<Row extends { id: string; createdAt: Date }, Item>(
  rows: Row[],
  limit: number,
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(itemOf),
    nextCursor: last && rows.length > shown.length ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
  }
}

type ReviewRow = typeof reviews.$inferSelect & { followUp: typeof reviewFollowUps.$inferSelect | null }

function reviewOf({
  id,
  nickname,
  stars,
  text,
  options,
  tags,
  pictures,
  createdAt,
  reply,
  followUp,
}: ReviewRow): Review {
  return {
    ...{ id, nickname, stars, text, options, tags, pictures, createdAt, reply },
    followUp: followUp && {
      text: followUp.text,
      pictures: followUp.pictures,
      createdAt: followUp.createdAt,
      reply: followUp.reply,
    },
  }
}
