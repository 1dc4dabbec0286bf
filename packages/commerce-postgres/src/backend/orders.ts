import { applyOrderEvent, type OrdersPort, UnknownOrder } from '@xiaopu/commerce'
import { and, asc, count, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orders } from '../tables'
import { decodeCursor, encodeCursor } from './cursor'
import { findOrder, withLines } from './order-rows'
import { tell } from './outbox'
import { at } from './rows'
import type { Shop } from './settings'
import { commit, release } from './stock'
import { inTransaction } from './transaction'

const COUNTED = ['pending_payment', 'paid', 'shipped', 'completed'] as const

export function ordersPort(db: Sql, shop: Shop): OrdersPort {
  return {
    get: ({ customer }, orderId) => findOrder(db, and(eq(orders.id, orderId), eq(orders.customerId, customer.id))),
    find: (orderId) => findOrder(db, eq(orders.id, orderId)),
    findByNumber: (number) => findOrder(db, eq(orders.number, number)),

    async list({ customer }, { status, cursor, limit }) {
      const theirs = and(eq(orders.customerId, customer.id), status && eq(orders.status, status))
      const place = decodeCursor(cursor, ['number', 'string'])
      const before: SQL | undefined =
        (place && sql`(${orders.placedAt}, ${orders.id}) < (${at(new Date(clamped(place[0])))}, ${place[1]}::text)`) ||
        undefined
      const rows = await db
        .select()
        .from(orders)
        .where(and(theirs, before))
        .orderBy(desc(orders.placedAt), desc(orders.id))
        .limit(limit + 1)
      const [all] = await db.select({ orders: count() }).from(orders).where(theirs)
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        items: await withLines(db, shown),
        nextCursor: last && rows.length > shown.length ? encodeCursor([last.placedAt.getTime(), last.id]) : null,
        total: all!.orders,
      }
    },

    async counts({ customer }) {
      const rows = await db
        .select({ status: orders.status, orders: count() })
        .from(orders)
        .where(and(eq(orders.customerId, customer.id), inArray(orders.status, [...COUNTED])))
        .groupBy(orders.status)
      const counts = { pending_payment: 0, paid: 0, shipped: 0, completed: 0 }
      for (const row of rows) if (row.status !== 'cancelled') counts[row.status] = row.orders
      return counts
    },

    markPaid: (orderId, payment) =>
      inTransaction(db, async (transaction) => {
        const order = await lockOrder(transaction, orderId)
        const paid = applyOrderEvent(order.status, 'pay')
        if (!paid.ok) return { outcome: order.status === 'cancelled' ? 'not_payable' : 'already_paid', order }
        await transaction
          .update(orders)
          .set({
            status: paid.next,
            paidAt: payment.paidAt,
            paidAmount: payment.amount,
            transactionId: payment.transactionId,
          })
          .where(eq(orders.id, orderId))
        await commit(transaction, order.lines)
        await tell(transaction, shop, 'order.paid', orderId)
        return { outcome: 'paid', order: { ...order, status: paid.next, paidAt: payment.paidAt } }
      }),

    cancel: (orderId, reason) =>
      inTransaction(db, async (transaction) => {
        const order = await lockOrder(transaction, orderId)
        const cancelled = applyOrderEvent(order.status, 'cancel')
        if (!cancelled.ok) {
          return { outcome: order.status === 'cancelled' ? 'already_cancelled' : 'not_cancellable', order }
        }
        await transaction
          .update(orders)
          .set({ status: cancelled.next, cancelledBecause: reason, cancelledAt: shop.clock() })
          .where(eq(orders.id, orderId))
        await release(transaction, order.lines)
        await tell(transaction, shop, 'order.cancelled', orderId)
        return { outcome: 'cancelled', order: { ...order, status: cancelled.next, cancelledBecause: reason } }
      }),

    async listExpired(now, limit) {
      const rows = await db
        .select()
        .from(orders)
        .where(and(eq(orders.status, 'pending_payment'), lte(orders.expiresAt, now)))
        .orderBy(asc(orders.expiresAt), asc(orders.id))
        .limit(limit)
      return withLines(db, rows)
    },
  }
}

/** The order as it is once nobody else is changing it. */
async function lockOrder(db: Sql, orderId: string) {
  await db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('no key update')
  const order = await findOrder(db, eq(orders.id, orderId))
  if (!order) throw new UnknownOrder(orderId)
  return order
}

/** Within what a Date can be: the number comes from a cursor. */
function clamped(ms: number): number {
  return Math.min(Math.max(ms, 0), 253_402_300_799_999)
}
