import { applyOrderEvent, deliveryOf, type MerchantPort, type OrdersPort } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orders } from '../tables'
import { lockOrder } from './order-rows'
import { tell } from './outbox'
import type { Shop } from './settings'
import { inTransaction } from './transaction'

/** What was ordered waits in its store from now on. */
export function markOrderReady(db: Sql, shop: Shop, orderId: string): ReturnType<MerchantPort['markReady']> {
  return inTransaction(db, async (transaction) => {
    const order = await lockOrder(transaction, orderId)
    if (!order.pickup) return { ok: false, problem: 'other_delivery' }
    const ready = applyOrderEvent(order.status, 'ready', deliveryOf(order))
    if (!ready.ok) {
      const isReady = order.status === 'shipped' || order.status === 'completed'
      return isReady ? { ok: true, order } : { ok: false, problem: 'not_paid' }
    }
    const readyAt = shop.clock()
    await transaction.update(orders).set({ status: ready.next, readyAt }).where(eq(orders.id, orderId))
    await tell(transaction, shop, { type: 'order.ready', orderId })
    return { ok: true, order: { ...order, status: ready.next, pickup: { ...order.pickup, readyAt } } }
  })
}

/** The goods are handed over. Whoever holds the order's row first has done it. */
export function collectOrder(db: Sql, shop: Shop, orderId: string): ReturnType<OrdersPort['collect']> {
  return inTransaction(db, async (transaction) => {
    const order = await lockOrder(transaction, orderId)
    const collected = applyOrderEvent(order.status, 'collect', deliveryOf(order))
    if (!order.pickup || !collected.ok) {
      const isGone = order.pickup !== null && order.status === 'completed'
      return { outcome: isGone ? 'already_collected' : 'not_ready', order }
    }
    const collectedAt = shop.clock()
    await transaction
      .update(orders)
      .set({ status: collected.next, collectedAt, completedAt: collectedAt })
      .where(eq(orders.id, orderId))
    await tell(transaction, shop, { type: 'order.completed', orderId })
    return {
      outcome: 'collected',
      order: { ...order, status: collected.next, pickup: { ...order.pickup, collectedAt } },
    }
  })
}
