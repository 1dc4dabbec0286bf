import { applyPaymentEvent, type Order, type PaymentEvent } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, inArray, isNull, lt, lte, or, sql, sum } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { payments, refunds } from './tables'

export type Payment = typeof payments.$inferSelect
export type PaymentBook = ReturnType<typeof createPaymentBook>

/** A payment that WeChat may still take money for. */
export const OPEN_STATES = ['created', 'prepaid'] as const
export const isOpen = ({ state }: Payment) => state === 'created' || state === 'prepaid'

/** What is written down about payments. Money in fen. */
export function createPaymentBook(db: Sql, clock: Clock) {
  /** The order's payment, made if there is none. What was written first stays: WeChat wants each repeat to be identical. */
  async function open(
    order: Order,
    first: Pick<Payment, 'openid' | 'description' | 'notifyUrl' | 'payUntil'>,
  ): Promise<Payment> {
    const { id: orderId, number: outTradeNo, customerId: shopperId, amounts } = order
    const payment = {
      orderId,
      outTradeNo,
      shopperId,
      amount: amounts.total,
      state: 'created',
      createdAt: clock(),
      ...first,
    } as const
    await db.insert(payments).values(payment).onConflictDoNothing()
    const written = await ofOrder(orderId)
    if (!written) throw new Error('a payment was neither written nor found')
    return written
  }

  async function ofOrder(orderId: string): Promise<Payment | undefined> {
    return (await db.select().from(payments).where(eq(payments.orderId, orderId)))[0]
  }

  async function ofOrders(orderIds: string[]): Promise<Payment[]> {
    return orderIds.length === 0 ? [] : db.select().from(payments).where(inArray(payments.orderId, orderIds))
  }

  /** fen that have gone back of each order, as WeChat says; orders without such are left out. */
  async function givenBack(orderIds: string[]): Promise<Map<string, number>> {
    if (orderIds.length === 0) return new Map()
    const rows = await db
      .select({ orderId: refunds.orderId, amount: sum(refunds.amount).mapWith(Number) })
      .from(refunds)
      .where(and(inArray(refunds.orderId, orderIds), eq(refunds.state, 'succeeded')))
      .groupBy(refunds.orderId)
    return new Map(rows.map(({ orderId, amount }) => [orderId, amount]))
  }

  async function byOutTradeNo(outTradeNo: string): Promise<Payment | undefined> {
    return (await db.select().from(payments).where(eq(payments.outTradeNo, outTradeNo)))[0]
  }

  /** True for one caller only in each `everyMs`: WeChat is asked about one order no more often. */
  async function mayAsk(orderId: string, everyMs: number): Promise<boolean> {
    const now = clock()
    const asked = await db
      .update(payments)
      .set({ askedAt: now })
      .where(
        and(eq(payments.orderId, orderId), or(isNull(payments.askedAt), lte(payments.askedAt, after(now, -everyMs)))),
      )
      .returning({ orderId: payments.orderId })
    return asked.length > 0
  }

  /** Open payments nobody has told us about for `silentMs`, the longest silent first. */
  async function silent(silentMs: number, limit: number): Promise<Payment[]> {
    const since = after(clock(), -silentMs)
    return db
      .select()
      .from(payments)
      .where(
        and(
          inArray(payments.state, [...OPEN_STATES]),
          lt(payments.createdAt, since),
          or(isNull(payments.askedAt), lt(payments.askedAt, since)),
        ),
      )
      .orderBy(sql`${payments.askedAt} nulls first`, asc(payments.createdAt))
      .limit(limit)
  }

  return {
    open,
    ofOrder,
    ofOrders,
    givenBack,
    byOutTradeNo,
    mayAsk,
    silent,
    advance: (...move: Move) => advance(db, ...move),
  }
}

type Move = [orderId: string, event: PaymentEvent, facts?: Partial<Pick<Payment, 'transactionId' | 'paidAt'>>]

/**
 * Moves a payment by the table of the shop's rules; a move the table does not know leaves it as it is. Resolves with the
 * payment as it stands then. `db` may be a transaction.
 */
export async function advance(db: Sql, ...[orderId, event, facts]: Move): Promise<Payment> {
  for (;;) {
    const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId))
    if (!payment) throw new Error('there is no such payment to move')
    const move = applyPaymentEvent(payment.state, event)
    if (!move.ok) return payment
    const [moved] = await db
      .update(payments)
      .set({ state: move.next, ...facts })
      .where(and(eq(payments.orderId, orderId), eq(payments.state, payment.state)))
      .returning()
    // Somebody else moved it in between: look again.
    if (moved) return moved
  }
}
