import { applyRefundEvent, type RefundEvent } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { after } from '../../clock'
import { advance, type Payment } from './book'
import { refunds } from './tables'

export type Refund = typeof refunds.$inferSelect

const MINUTE = 60_000
const LONGEST_PAUSE = 6 * 60 * MINUTE

/** Notes that the whole payment goes back. The number is made of the order's, so that a repeat is the same refund. */
export async function writeRefund(db: Sql, payment: Payment, reason: string, now: Date): Promise<void> {
  const { orderId, outTradeNo, amount } = payment
  await db
    .insert(refunds)
    .values({
      outRefundNo: `${outTradeNo}-R`,
      orderId,
      outTradeNo,
      amount,
      total: amount,
      reason,
      state: 'requested',
      dueAt: now,
      createdAt: now,
    })
    .onConflictDoNothing()
}

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
    if (move.next === 'succeeded') await advance(transaction, refund.orderId, 'refund_succeed')
    if (move.next === 'closed' || move.next === 'abnormal') await advance(transaction, refund.orderId, 'refund_fail')
    return move.next
  })
}
