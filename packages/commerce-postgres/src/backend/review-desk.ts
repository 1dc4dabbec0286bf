import type { MerchantPort, PendingReview, Picture } from '@xiaopu/commerce'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { reviewFollowUps, reviews } from '../tables'
import type { LocalText } from '../tables/schema'
import { decodeCursor } from './cursor'
import { pageOf } from './reviews'
import { at, instantOf, rowsOf } from './rows'
import { inLocale, withoutNul } from './text'

/** A review or a follow-up, as it waits. */
interface Waiting {
  id: string
  createdMs: number
  nickname: string | null
  stars: number
  text: string
  options: string[]
  tags: string[]
  pictures: Picture[]
  productId: string
  product: LocalText
  orderId: string
  /** Of the review it follows; null: it is one. */
  first: string | null
}

/** Where somebody of the shop reads what waits to be shown. */
export function reviewDesk(db: Sql): Pick<MerchantPort, 'pendingReviews' | 'decideReview'> {
  return {
    async pendingReviews({ cursor, limit }) {
      const place = decodeCursor(cursor, ['number', 'string'])
      const newer: SQL = place
        ? sql`where (created_at, id) > (${at(instantOf(place[0]))}, ${place[1]}::text)`
        : sql.empty()
      const rows = await rowsOf<Waiting>(
        db,
        sql`select id, (extract(epoch from created_at) * 1000)::float8 as "createdMs", nickname, stars, text, options, tags,
            pictures, product_id as "productId", product, order_id as "orderId", first
          from ${WAITING} waiting ${newer} order by created_at, id limit ${limit + 1}`,
      )
      const page = pageOf(
        rows.map((row) => ({ ...row, createdAt: new Date(row.createdMs) })),
        limit,
        waitingReview,
      )
      const [{ total } = { total: 0 }] = await rowsOf<{ total: number }>(
        db,
        sql`select count(*)::int as total from ${WAITING} waiting`,
      )
      return { ...page, total }
    },

    async decideReview(id, { publish, reply }) {
      const decision = { status: publish ? 'published' : 'rejected', reply: withoutNul(reply) } as const
      for (const table of [reviews, reviewFollowUps]) {
        const decided = await db.update(table).set(decision).where(eq(table.id, id)).returning({ id: table.id })
        if (decided.length > 0) return { ok: true }
      }
      return { ok: false, problem: 'not_found' }
    },
  }
}

const WAITING = sql`(
  select r.id, r.created_at, r.nickname, r.stars, r.text, r.options, r.tags, r.pictures, r.product_id, r.order_id,
    p.name as product, null as first
  from commerce.reviews r join commerce.products p on p.id = r.product_id where r.status = 'pending'
  union all
  select f.id, f.created_at, r.nickname, r.stars, f.text, r.options, '[]', f.pictures, r.product_id, r.order_id,
    p.name, r.text
  from commerce.review_follow_ups f join commerce.reviews r on r.id = f.review_id
    join commerce.products p on p.id = r.product_id
  where f.status = 'pending' and r.status <> 'rejected')`

function waitingReview({ first, product, createdMs: _, ...row }: Waiting & { createdAt: Date }): PendingReview {
  return {
    ...row,
    productName: inLocale(product, 'zh-CN'),
    reply: null,
    followUp: null,
    followUpTo: first === null ? null : { text: first },
  }
}
