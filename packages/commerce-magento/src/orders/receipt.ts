import type { OrdersPort } from '@xiaopu/commerce'
import { and, eq } from 'drizzle-orm'
import type { Leases } from '../locks/leases'
import type { Shop } from '../shop'
import { orders } from '../tables'
import { findRow, orderOf, turn } from './rows'

/** The shopper has everything: that is ours to know, as Magento has no such state. */
export function confirmingReceipt(
  { database: { db }, clock }: Pick<Shop, 'database' | 'clock'>,
  leases: Leases,
): OrdersPort['confirmReceipt'] {
  return ({ customer }, orderId) =>
    leases.exclusively(`order ${orderId}`, async () => {
      const row = await findRow(db, and(eq(orders.id, orderId), eq(orders.customerId, customer.id)))
      if (!row) return null
      if (row.status === 'completed') return { outcome: 'already_completed', order: orderOf(row) }
      if (row.status !== 'shipped' || row.pickup) return { outcome: 'not_shipped', order: orderOf(row) }
      const completed = await turn(db, row, { status: 'completed' }, { type: 'order.completed', at: clock() })
      return { outcome: 'completed', order: orderOf(completed) }
    })
}
