import { applyOrderEvent, type Order, type RecordedRefund } from '@xiaopu/commerce'
import { and, eq, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orderLines, orders, refunds } from '../tables'
import { lockOrder } from './order-rows'
import { tell } from './outbox'
import { unsentOf } from './parcels'
import type { Shop } from './settings'
import { placeOf, putBack } from './stock'
import { inTransaction } from './transaction'

type Pieces = RecordedRefund['lines']

/** Notes what WeChat has sent back: money, the pieces it was for, and what that makes of the order. */
export function recordRefund(db: Sql, shop: Shop, orderId: string, refund: RecordedRefund): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const order = await lockOrder(transaction, orderId)
    const amount = Math.min(refund.amount, order.amounts.total - order.refunded)
    if (order.paidAt === null || amount <= 0) return
    const { refundId, lines, restock } = refund
    const noted = await transaction
      .insert(refunds)
      .values({ orderId, refundId, amount, lines, restock, recordedAt: shop.clock() })
      .onConflictDoNothing()
      .returning({ refundId: refunds.refundId })
    if (noted.length === 0) return
    await transaction
      .update(orders)
      .set({ refunded: order.refunded + amount })
      .where(eq(orders.id, orderId))
    const isAll = order.refunded + amount === order.amounts.total
    await takeBack(transaction, order, refund, isAll)
    await settle(transaction, shop, order, isAll)
  })
}

/** Pieces that were not sent are called off and can be sold again; what was sent only when it came back. */
async function takeBack(db: Sql, order: Order, { lines, restock }: RecordedRefund, isAll: boolean): Promise<void> {
  const unsent = await unsentOf(db, order)
  const off = new Map(isAll ? unsent : [])
  const back: Pieces = []
  for (const { skuId, quantity } of lines.filter((line) => order.lines.some(({ skuId }) => skuId === line.skuId))) {
    const notSent = Math.min(quantity, unsent.get(skuId) ?? 0)
    if (!isAll && notSent > 0) off.set(skuId, notSent)
    if (restock && quantity > notSent) back.push({ skuId, quantity: quantity - notSent })
  }
  const calledOff = [...off].map(([skuId, quantity]) => ({ skuId, quantity }))
  for (const { skuId, quantity } of calledOff) {
    await db
      .update(orderLines)
      .set({ calledOff: sql`${orderLines.calledOff} + ${quantity}` })
      .where(and(eq(orderLines.orderId, order.id), eq(orderLines.skuId, skuId)))
  }
  await putBack(db, calledOff, placeOf(order.pickup))
  // What comes back comes to the warehouse, wherever it was bought.
  await putBack(db, back, 'warehouse')
}

/** All of the money ends an order that was not received; without its last unsent piece, it has been sent. */
async function settle(db: Sql, shop: Shop, order: Order, isAll: boolean): Promise<void> {
  const { id: orderId, status, shipments } = order
  const refunded = applyOrderEvent(status, 'refund')
  if (isAll && refunded.ok) {
    const cancelled = { status: refunded.next, cancelledBecause: 'merchant', cancelledAt: shop.clock() } as const
    await db.update(orders).set(cancelled).where(eq(orders.id, orderId))
    await tell(db, shop, { type: 'order.cancelled', orderId })
    return
  }
  const shipped = applyOrderEvent(status, 'ship')
  const isSent = shipments.length > 0 && (await unsentOf(db, order)).size === 0
  if (shipped.ok && isSent) await db.update(orders).set({ status: shipped.next }).where(eq(orders.id, orderId))
}
