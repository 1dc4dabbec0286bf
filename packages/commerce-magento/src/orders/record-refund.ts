import { type OrdersPort, UnknownOrder } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Shop } from '../shop'
import { orders } from '../tables'
import type { Errands } from './errands'
import { readOrder } from './magento-order'
import { findRow } from './rows'
import type { OrderStates } from './states'

interface Needs {
  shop: Shop
  errands: Errands
  states: OrderStates
}

/** Magento gets a credit memo for money that WeChat has sent back: now, or as soon as it answers. */
export function recordingRefunds({ shop, errands, states }: Needs): OrdersPort['recordRefund'] {
  const { db } = shop.database
  return async (orderId, refund) => {
    const row = await findRow(db, eq(orders.id, orderId))
    if (!row) throw new UnknownOrder(orderId)
    if (row.paidAt === null) return
    await errands.leave(orderId, 'refund', `微信支付退款 ${refund.refundId}`, refund)
    const { failed } = await errands.run()
    // What the memo has made of the order is seen at once; where Magento is away, at the next look.
    if (failed === 0) await states.followMagento(orderId, await readOrder(shop.rest, row.magentoId))
  }
}
