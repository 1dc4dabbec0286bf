import type { Page, Picture } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { cursorOf, placeOf } from './review'
import { reviewFollowUps, reviews } from './tables'

/** A review or a follow-up, as it waits. */
export interface WaitingReview {
  id: string
  createdAt: Date
  nickname: string | null
  stars: number
  text: string
  options: string[]
  tags: string[]
  pictures: Picture[]
  productId: string
  productName: string
  orderId: string
  /** It is a follow-up to this review, and decided on its own. */
  followUpTo: { text: string } | null
}

interface Needs {
  db: Sql
  clock: Clock
  /** Whether the shop system keeps reviews and is told of each that was let through. */
  tells: boolean
}

export type ReviewDesk = ReturnType<typeof createReviewDesk>

/** Where somebody of the shop reads what waits to be shown, with every back end. */
export function createReviewDesk({ db, clock, tells }: Needs) {
  /** Reviews and follow-ups nobody has looked at, the oldest first. */
  async function waiting({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<WaitingReview>> {
    const place = placeOf(cursor)
    const newer: SQL = place
      ? sql`where (created_at, id) > (${place.at.toISOString()}::timestamptz, ${place.id}::text)`
      : sql.empty()
    const { rows } = (await db.execute(
      sql`select id, (extract(epoch from created_at) * 1000)::float8 as "createdMs", nickname, stars, text, options, tags,
          pictures, product_id as "productId", product_name as "productName", order_id as "orderId", first
        from ${WAITING} waiting ${newer} order by created_at, id limit ${limit + 1}`,
    )) as unknown as { rows: (WaitingReview & { createdMs: number; first: string | null })[] }
    const items = rows.slice(0, limit).map(({ createdMs, first, ...row }) => ({
      ...row,
      createdAt: new Date(createdMs),
      followUpTo: first === null ? null : { text: first },
    }))
    const last = rows.length > limit ? items.at(-1) : undefined
    const { rows: counted } = (await db.execute(
      sql`select count(*)::int as total from ${WAITING} waiting`,
    )) as unknown as {
      rows: { total: number }[]
    }
    return { items, nextCursor: last ? cursorOf(last) : null, total: counted[0]!.total }
  }

  /** Looking at it again changes the decision and the reply; the shop system is told once. False: there is none of that id. */
  async function decide(id: string, decision: { publish: boolean; reply: string | null }): Promise<boolean> {
    const status = decision.publish ? 'published' : 'rejected'
    const said = { status, reply: decision.reply } as const
    const untold = sql`case when ${reviews.marks} = '[]' then ${clock().toISOString()}::timestamptz else ${reviews.tellFrom} end`
    const tellFrom = tells && decision.publish ? untold : null
    const decided = await db
      .update(reviews)
      .set({ ...said, tellFrom })
      .where(eq(reviews.id, id))
      .returning({ id: reviews.id })
    if (decided.length > 0) return true
    const added = await db
      .update(reviewFollowUps)
      .set(said)
      .where(eq(reviewFollowUps.id, id))
      .returning({ id: reviewFollowUps.id })
    return added.length > 0
  }

  return { waiting, decide }
}

const WAITING = sql`(
  select r.id, r.created_at, r.nickname, r.stars, r.text, r.options, r.tags, r.pictures, r.product_id, r.order_id,
    r.product_name, null as first
  from gateway.reviews r where r.status = 'pending'
  union all
  select f.id, f.created_at, r.nickname, r.stars, f.text, r.options, '[]', f.pictures, r.product_id, r.order_id,
    r.product_name, r.text
  from gateway.review_follow_ups f join gateway.reviews r on r.id = f.review_id
  where f.status = 'pending' and r.status <> 'rejected')`
