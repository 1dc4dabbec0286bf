import { applyOrderEvent, deliveryOf, type OrdersPort } from '@xiaopu/commerce'
import { and, asc, count, eq, inArray, lte, notInArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orderLines, orders } from '../tables'
import { findOrder, lockOrder, orderPage, withLines } from './order-rows'
import { tell } from './outbox'
import { collectOrder } from './pickups'
import { recordRefund } from './refunds'
import type { Shop } from './settings'
import { commit, placeOf, release } from './stock'
import { likePattern } from './text'
import { inTransaction } from './transaction'

const COUNTED = ['pending_payment', 'paid', 'shipped', 'completed'] as const

const leaving = (except: readonly string[] = []) => (except.length > 0 ? notInArray(orders.id, [...except]) : undefined)

/** Part of a name in it or of its number. */
function holds(q: string | undefined) {
  if (q === undefined) return undefined
  const part = likePattern(q)
  const ofLine = and(eq(orderLines.orderId, orders.id), sql`${orderLines.name} ilike ${part}`)
  return sql`(${orders.number} ilike ${part} or exists (select 1 from ${orderLines} where ${ofLine}))`
}

export function ordersPort(db: Sql, shop: Shop): OrdersPort {
  return {
    get: ({ customer }, orderId) => findOrder(db, and(eq(orders.id, orderId), eq(orders.customerId, customer.id))),
    find: (orderId) => findOrder(db, eq(orders.id, orderId)),
    findByNumber: (number) => findOrder(db, eq(orders.number, number)),

    list: ({ customer }, { q, except, ...query }) =>
      orderPage(db, and(eq(orders.customerId, customer.id), holds(q), leaving(except)), query),

    async counts({ customer }, { except } = {}) {
      const rows = await db
        .select({ status: orders.status, orders: count() })
        .from(orders)
        .where(and(eq(orders.customerId, customer.id), inArray(orders.status, [...COUNTED]), leaving(except)))
        .groupBy(orders.status)
      const counts = { pending_payment: 0, paid: 0, shipped: 0, completed: 0 }
      for (const row of rows) if (row.status !== 'cancelled') counts[row.status] = row.orders
      return counts
    },

    confirmReceipt: ({ customer }, orderId) =>
      inTransaction(db, async (transaction) => {
        const theirs = and(eq(orders.id, orderId), eq(orders.customerId, customer.id))
        if ((await transaction.$count(orders, theirs)) === 0) return null
        const order = await lockOrder(transaction, orderId)
        const completed = applyOrderEvent(order.status, 'complete', deliveryOf(order))
        if (!completed.ok) {
          return { outcome: order.status === 'completed' ? 'already_completed' : 'not_shipped', order }
        }
        await transaction
          .update(orders)
          .set({ status: completed.next, completedAt: shop.clock() })
          .where(eq(orders.id, orderId))
        await tell(transaction, shop, { type: 'order.completed', orderId })
        return { outcome: 'completed', order: { ...order, status: completed.next } }
      }),

    collect: (orderId) => collectOrder(db, shop, orderId),

    markPaid: (orderId, payment) =>
      inTransaction(db, async (transaction) => {
        const order = await lockOrder(transaction, orderId)
        const paid = applyOrderEvent(order.status, 'pay')
        if (!paid.ok) {
          const known = await paidBy(transaction, orderId, payment.transactionId)
          return { outcome: order.status !== 'cancelled' || known ? 'already_paid' : 'not_payable', order }
        }
        await transaction
          .update(orders)
          .set({
            status: paid.next,
            paidAt: payment.paidAt,
            paidAmount: payment.amount,
            transactionId: payment.transactionId,
          })
          .where(eq(orders.id, orderId))
        await commit(transaction, order.lines, placeOf(order.pickup))
        await tell(transaction, shop, { type: 'order.paid', orderId })
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
        await release(transaction, order.lines, placeOf(order.pickup))
        await tell(transaction, shop, { type: 'order.cancelled', orderId })
        return { outcome: 'cancelled', order: { ...order, status: cancelled.next, cancelledBecause: reason } }
      }),

    recordRefund: (orderId, refund) => recordRefund(db, shop, orderId, refund),

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

/** Whether it was this very payment that paid the order, whatever became of it since. */
async function paidBy(db: Sql, orderId: string, transactionId: string | null): Promise<boolean> {
  if (transactionId === null) return false
  return (await db.$count(orders, and(eq(orders.id, orderId), eq(orders.transactionId, transactionId)))) > 0
}
