import {
  AFTER_SALE_ENDS,
  type AfterSaleEvent,
  type AfterSaleState,
  applyAfterSaleEvent,
  isAfterSaleCounted,
  REPLACEMENT_KEPT_IN,
} from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { AfterSaleStep } from '@xiaopu/contract'
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, not, notInArray, or, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { payments, refunds } from '../payments/tables'
import { afterSales, receivedOrders } from './tables'

export type AfterSaleRow = typeof afterSales.$inferSelect
export type AfterSaleBook = ReturnType<typeof createAfterSaleBook>

/** What a move brings with it besides the state. */
export type Facts = Partial<
  Pick<
    AfterSaleRow,
    | 'kind'
    | 'asked'
    | 'granted'
    | 'insteadOfExchange'
    | 'answer'
    | 'returnTo'
    | 'returnBy'
    | 'waybill'
    | 'replacement'
    | 'restock'
    | 'outRefundNo'
    | 'refundsMade'
  >
>

export interface Move {
  event: AfterSaleEvent
  by: AfterSaleStep['by']
  /** What the merchant says with it. */
  words?: string
  /** Whose it must be. */
  shopperId?: string
  /** Decides in the transaction of the move, the row being held: what is written there is written with the state, or not at all. */
  decide?(transaction: Sql, row: AfterSaleRow): Promise<Facts> | Facts
}

/** Its pieces and its money are spoken for. */
export const isCounted = ({ state }: Pick<AfterSaleRow, 'state'>) => isAfterSaleCounted(state)

/** What is written down about after-sales. */
export function createAfterSaleBook(db: Sql, clock: Clock) {
  /** Two requests about one order come one after the other. */
  async function aboutOrder<Result>(orderId: string, work: (transaction: Sql) => Promise<Result>): Promise<Result> {
    return db.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtext(${`after-sales ${orderId}`}))`)
      return work(transaction)
    })
  }

  async function find(id: string): Promise<AfterSaleRow | undefined> {
    return (await db.select().from(afterSales).where(eq(afterSales.id, id)))[0]
  }

  async function ofOrders(sql: Sql, orderIds: string[]): Promise<AfterSaleRow[]> {
    if (orderIds.length === 0) return []
    return sql
      .select()
      .from(afterSales)
      .where(inArray(afterSales.orderId, orderIds))
      .orderBy(desc(afterSales.requestedAt), desc(afterSales.id))
  }

  async function refundsOf(sql: Sql, orderIds: string[]) {
    return orderIds.length === 0 ? [] : sql.select().from(refunds).where(inArray(refunds.orderId, orderIds))
  }

  async function receivedAt(sql: Sql, orderIds: string[]): Promise<Map<string, Date>> {
    if (orderIds.length === 0) return new Map()
    const rows = await sql.select().from(receivedOrders).where(inArray(receivedOrders.orderId, orderIds))
    return new Map(rows.map((row) => [row.orderId, row.receivedAt]))
  }

  async function noteReceived(orderId: string): Promise<void> {
    await db.insert(receivedOrders).values({ orderId, receivedAt: clock() }).onConflictDoNothing()
  }

  /**
   * Moves it by the table of the shop's rules: of two who move it at once one does, and the other sees how it stands then.
   *
   * @throws Refusal `not_found`; `after_sale_moved`: its state allows it no more
   */
  async function move(id: string, { event, by, words, shopperId, decide }: Move): Promise<AfterSaleRow> {
    return db.transaction(async (transaction) => {
      const [row] = await transaction.select().from(afterSales).where(eq(afterSales.id, id)).for('update')
      if (!row || (shopperId !== undefined && row.shopperId !== shopperId)) throw notFound('after-sale')
      const moved = applyAfterSaleEvent(row.kind, row.state, event)
      if (!moved.ok) throw new Refusal('after_sale_moved', { detail: `it is ${row.state}` })
      const facts = (await decide?.(transaction, row)) ?? {}
      const at = clock()
      const step: AfterSaleStep = { state: moved.next, at: at.toISOString(), by, words: words || null }
      // The same state again (another waybill) is a correction, no step.
      const stays = moved.next === row.state
      const change = stays ? {} : { state: moved.next, changedAt: at, progress: [...row.progress, step] }
      const [written] = await transaction
        .update(afterSales)
        .set({ ...facts, ...change, ...(words && { answer: words }) })
        .where(eq(afterSales.id, id))
        .returning()
      return written!
    })
  }

  /** Newest first. */
  async function pageOf(shopperId: string, orderId: string | undefined, cursor: string | undefined, limit: number) {
    const mine = and(
      eq(afterSales.shopperId, shopperId),
      orderId === undefined ? undefined : eq(afterSales.orderId, orderId),
    )
    return newestFirst(mine, cursor, limit)
  }

  async function newestFirst(which: ReturnType<typeof and>, cursor: string | undefined, limit: number) {
    const place = placeOf(cursor)
    const { requestedAt: at, id } = afterSales
    const older = place && or(lt(at, place.at), and(eq(at, place.at), lt(id, place.id)))
    const rows = await db
      .select()
      .from(afterSales)
      .where(and(which, older))
      .orderBy(desc(at), desc(id))
      .limit(limit + 1)
    return cut(rows, limit, ({ requestedAt }) => requestedAt)
  }

  /** How many of a shopper's something is still to come of. */
  async function openCount(shopperId: string): Promise<number> {
    return db.$count(
      afterSales,
      and(eq(afterSales.shopperId, shopperId), notInArray(afterSales.state, [...AFTER_SALE_ENDS])),
    )
  }

  /** Those something is still to come of, the longest in their state first. */
  async function openOnes(cursor: string | undefined, limit: number) {
    const place = placeOf(cursor)
    const { changedAt: at, id } = afterSales
    const later = place && or(gt(at, place.at), and(eq(at, place.at), gt(id, place.id)))
    const open = notInArray(afterSales.state, [...AFTER_SALE_ENDS])
    const rows = await db
      .select()
      .from(afterSales)
      .where(and(open, later))
      .orderBy(asc(at), asc(id))
      .limit(limit + 1)
    return cut(rows, limit, ({ changedAt }) => changedAt)
  }

  /** Those that have been in a state since then or longer. */
  async function since(state: AfterSaleState, until: Date, limit: number) {
    return db
      .select()
      .from(afterSales)
      .where(and(eq(afterSales.state, state), lte(afterSales.changedAt, until)))
      .orderBy(asc(afterSales.changedAt))
      .limit(limit)
  }

  /** Goods are about to be set aside for it: from here on somebody sees to it that they are sent or given back. */
  async function noteSetAside(id: string): Promise<void> {
    await db
      .update(afterSales)
      .set({ replacementStock: 'set_aside' })
      .where(and(eq(afterSales.id, id), isNull(afterSales.replacementStock)))
  }

  async function noteSettled(id: string): Promise<void> {
    await db.update(afterSales).set({ replacementStock: 'settled' }).where(eq(afterSales.id, id))
  }

  /** Exchanges whose goods are to be sent or given back in the shop system, and are not yet. */
  async function unsettled(limit: number): Promise<AfterSaleRow[]> {
    const isKept = and(eq(afterSales.kind, 'exchange'), inArray(afterSales.state, [...REPLACEMENT_KEPT_IN]))
    return db
      .select()
      .from(afterSales)
      .where(and(eq(afterSales.replacementStock, 'set_aside'), not(isKept!)))
      .orderBy(asc(afterSales.changedAt))
      .limit(limit)
  }

  /** Open ones of orders all of whose money has gone back. One whose own refund may still come is left to that. */
  async function leftBehind(limit: number, outRefundNo?: string): Promise<string[]> {
    const own = sql`exists (select 1 from ${refunds} where ${refunds.outRefundNo} = ${afterSales.outRefundNo} and ${refunds.state} <> 'closed')`
    const about = outRefundNo && inArray(afterSales.orderId, orderOfRefund(outRefundNo))
    const rows = await db
      .select({ id: afterSales.id })
      .from(afterSales)
      .innerJoin(payments, eq(payments.orderId, afterSales.orderId))
      .where(
        and(
          eq(payments.state, 'refunded'),
          notInArray(afterSales.state, [...AFTER_SALE_ENDS, 'replacement_sent']),
          not(own),
          about || undefined,
        ),
      )
      .limit(limit)
    return rows.map(({ id }) => id)
  }

  const orderOfRefund = (outRefundNo: string) =>
    db.select({ orderId: refunds.orderId }).from(refunds).where(eq(refunds.outRefundNo, outRefundNo))

  /** Those nobody has sent back in time. */
  async function overdue(limit: number) {
    return db
      .select()
      .from(afterSales)
      .where(and(eq(afterSales.state, 'awaiting_return'), lte(afterSales.returnBy, clock())))
      .limit(limit)
  }

  /** Those whose money WeChat has paid out. */
  async function paidOut(limit: number, outRefundNo?: string) {
    const rows = await db
      .select({ id: afterSales.id })
      .from(afterSales)
      .innerJoin(refunds, eq(refunds.outRefundNo, afterSales.outRefundNo))
      .where(
        and(
          eq(afterSales.state, 'refunding'),
          eq(refunds.state, 'succeeded'),
          outRefundNo === undefined ? undefined : eq(refunds.outRefundNo, outRefundNo),
        ),
      )
      .limit(limit)
    return rows.map(({ id }) => id)
  }

  return {
    ...{ aboutOrder, find, ofOrders, refundsOf, receivedAt, noteReceived, move },
    ...{ pageOf, newestFirst, openOnes, openCount, since, overdue, paidOut },
    ...{ noteSetAside, noteSettled, unsettled, leftBehind },
  }
}

function cut(rows: AfterSaleRow[], limit: number, at: (row: AfterSaleRow) => Date) {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last ? `${at(last).getTime()}.${last.id}` : null, total: null }
}

/** A cursor we did not make starts from the top. */
function placeOf(cursor: string | undefined): { at: Date; id: string } | undefined {
  const [, ms, id] = /^(\d{1,14})\.([\w-]{1,64})$/.exec(cursor ?? '') ?? []
  return ms && id ? { at: new Date(Number(ms)), id } : undefined
}
