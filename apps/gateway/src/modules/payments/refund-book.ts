import { applyRefundEvent, type RefundEvent } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { after } from '../../clock'
import { advance, type Payment } from './book'
import { moneyLeft } from './money-left'
import { payments, refunds } from './tables'

export type Refund = typeof refunds.$inferSelect

const MINUTE = 60_000
const LONGEST_PAUSE = 6 * 60 * MINUTE

/** WeChat takes one refund of a payment a minute. */
const BETWEEN_PARTS = MINUTE

/** A refund to write down. */
export interface NewRefund {
  /** Unique within the payment, and the same whenever it is asked for: it makes the out_refund_no. */
  mark: string
  /** Fen. Never more goes back than is left of the payment. */
  amount: number
  /** The shopper reads it in WeChat. */
  reason: string
  merchantRefundId?: string
  /** Pieces it is for, and whether those that came back can be sold again: the shop system is told. */
  lines?: { skuId: string; quantity: number }[]
  restock?: boolean
}

/**
 * Notes that money of a payment that was paid goes back, once for each mark. While all of it is on its way the payment is
 * `refunding`; a part leaves it `paid`.
 *
 * @param db may be a transaction
 * @returns what goes back by it; 0: it is known already, or nothing is left
 */
export async function writeRefund(
  db: Sql,
  { orderId }: Pick<Payment, 'orderId'>,
  { mark, amount: wanted, reason, merchantRefundId, lines = [], restock = false }: NewRefund,
  now: Date,
): Promise<number> {
  return db.transaction(async (transaction) => {
    // Locked: whatever else sends money of this payment back waits, and then sees this.
    const [payment] = await transaction.select().from(payments).where(eq(payments.orderId, orderId)).for('update')
    if (!payment) throw new Error('there is no such payment to give back')
    const { outTradeNo, amount: total } = payment
    const outRefundNo = outRefundNoOf(outTradeNo, mark)
    const earlier = await transaction.select().from(refunds).where(eq(refunds.orderId, orderId))
    if (earlier.some((refund) => refund.outRefundNo === outRefundNo)) return 0
    const left = moneyLeft(payment, earlier)
    const amount = Math.min(wanted, left)
    if (amount <= 0) return 0
    const latest = Math.max(0, ...earlier.map(({ dueAt }) => dueAt.getTime()))
    const dueAt = new Date(Math.max(now.getTime(), earlier.length > 0 ? latest + BETWEEN_PARTS : 0))
    await transaction.insert(refunds).values({
      ...{ outRefundNo, orderId, outTradeNo, amount, total, reason, merchantRefundId, lines, restock, dueAt },
      state: 'requested',
      createdAt: now,
    })
    if (amount === left) await advance(transaction, orderId, 'refund')
    return amount
  })
}

/** At most 64 characters, as WeChat wants it, where the mark has 31 at most. */
export const outRefundNoOf = (outTradeNo: string, mark: string): string => `${outTradeNo}-${mark}`

const sumOf = (some: Pick<Refund, 'amount'>[]) => some.reduce((sum, { amount }) => sum + amount, 0)

/**
 * Takes refunds that are due. Each is put off first, so that no second job takes it too, and a crash only delays it.
 * Pauses grow from the minute WeChat asks for to six hours.
 */
export async function takeDueRefunds(db: Sql, now: Date, limit: number): Promise<Refund[]> {
  const due = and(inArray(refunds.state, ['requested', 'processing', 'abnormal']), lte(refunds.dueAt, now))
  const rows = await db.select().from(refunds).where(due).orderBy(asc(refunds.dueAt)).limit(limit)
  const taken: Refund[] = []
  for (const row of rows) {
    const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(row.attempts, 10))
    const [mine] = await db
      .update(refunds)
      .set({ dueAt: after(now, pause), attempts: sql`${refunds.attempts} + 1` })
      .where(and(eq(refunds.outRefundNo, row.outRefundNo), eq(refunds.attempts, row.attempts)))
      .returning()
    if (mine) taken.push(mine)
  }
  return taken
}

export async function findRefund(db: Sql, outRefundNo: string): Promise<Refund | undefined> {
  return (await db.select().from(refunds).where(eq(refunds.outRefundNo, outRefundNo)))[0]
}

const EVENT_OF = {
  PROCESSING: 'accept',
  SUCCESS: 'succeed',
  CLOSED: 'close',
  ABNORMAL: 'fail',
} as const satisfies Record<string, RefundEvent>

/** Writes down what WeChat says of a refund, and what it means for its payment. An older word changes nothing. */
export async function noteRefundStatus(
  db: Sql,
  outRefundNo: string,
  said: { status: keyof typeof EVENT_OF; refundId: string },
  now: Date,
): Promise<Refund['state'] | undefined> {
  return db.transaction(async (transaction) => {
    const [refund] = await transaction.select().from(refunds).where(eq(refunds.outRefundNo, outRefundNo)).for('update')
    if (!refund) return undefined
    const move = applyRefundEvent(refund.state, EVENT_OF[said.status])
    if (!move.ok) return refund.state
    const finishedAt = move.next === 'succeeded' || move.next === 'closed' ? now : null
    await transaction
      .update(refunds)
      .set({ state: move.next, refundId: said.refundId, finishedAt })
      .where(eq(refunds.outRefundNo, outRefundNo))
    await notePayment(transaction, refund.orderId)
    return move.next
  })
}

/** A payment is refunded once all of its money is back, be it in parts; before, one part that failed is told of. */
async function notePayment(db: Sql, orderId: string): Promise<void> {
  const parts = await db.select().from(refunds).where(eq(refunds.orderId, orderId))
  const back = sumOf(parts.filter(({ state }) => state === 'succeeded'))
  if (back === parts[0]?.total) await advance(db, orderId, 'refund_succeed')
  else if (parts.some(({ state }) => state === 'closed' || state === 'abnormal')) {
    await advance(db, orderId, 'refund_fail')
  }
}
