import { applyOrderEvent, type MerchantPort, type Shipment, type ShipmentRequest } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orders } from '../tables'
import { findOrder, lockOrder } from './order-rows'
import { tell } from './outbox'
import { packParcel, unsentOf } from './parcels'
import type { Shop } from './settings'
import { inTransaction } from './transaction'

/** Sends a parcel of a paid order; the order is shipped with its last piece. */
export function shipOrder(
  db: Sql,
  shop: Shop,
  orderId: string,
  request: ShipmentRequest,
): ReturnType<MerchantPort['ship']> {
  return inTransaction(db, async (transaction) => {
    const order = await lockOrder(transaction, orderId)
    if (order.pickup) return { ok: false, problem: 'other_delivery' }
    const shipped = applyOrderEvent(order.status, 'ship')
    if (!shipped.ok) {
      const isSent = order.status === 'shipped' || order.status === 'completed'
      return { ok: false, problem: isSent ? 'nothing_to_send' : 'not_paid' }
    }
    const unsent = await unsentOf(transaction, order)
    const wanted = request.lines === null ? unsent : joined(request.lines)
    if (wanted.size === 0) return { ok: false, problem: 'nothing_to_send' }
    for (const [skuId, quantity] of wanted) {
      if (quantity > (unsent.get(skuId) ?? 0)) return { ok: false, problem: 'more_than_ordered' }
    }
    const lines = [...wanted].map(([skuId, quantity]) => ({ skuId, quantity }))
    const shipmentId = await packParcel(transaction, orderId, request, lines, shop.clock())
    const isLast = [...unsent].every(([skuId, quantity]) => wanted.get(skuId) === quantity)
    if (isLast) await transaction.update(orders).set({ status: shipped.next }).where(eq(orders.id, orderId))
    await tell(transaction, shop, { type: 'order.shipped', orderId, shipmentId })
    return { ok: true, order: (await findOrder(transaction, eq(orders.id, orderId)))! }
  })
}

function joined(lines: Shipment['lines']): Map<string, number> {
  const quantities = new Map<string, number>()
  for (const { skuId, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a number of pieces: ${quantity}`)
    quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity)
  }
  return quantities
}
