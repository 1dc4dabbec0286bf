import type { DomainEvent, Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq, type SQL } from 'drizzle-orm'
import { orders, outbox } from '../tables'
import { withDiscounts } from './line-discounts'

export type OrderRow = typeof orders.$inferSelect

export function orderOf(row: OrderRow): Order {
  const { id, number, customerId, status, cancelledBecause, placedAt, expiresAt, paidAt } = row
  const { goods, discount, shipping, total, coupon, address, fapiao, remark } = row
  return {
    ...{
      id,
      number,
      customerId,
      status,
      cancelledBecause,
      placedAt,
      expiresAt,
      paidAt,
      lines: withDiscounts(row.lines, discount),
      coupons: coupon ? [coupon] : [],
      address,
      fapiao,
      remark,
    },
    refunded: row.refunded,
    pickup: row.pickup && { ...row.pickup, readyAt: row.readyAt, collectedAt: row.collectedAt },
    amounts: { goods, discount, shipping, total },
    // Of what is picked up, Magento's shipment says only that it is ready.
    shipments: (row.pickup ? [] : row.shipments).map(({ shippedAt, ...parcel }) => ({
      ...parcel,
      shippedAt: new Date(shippedAt),
    })),
  }
}

export async function findRow(db: Sql, which: SQL | undefined): Promise<OrderRow | undefined> {
  const [row] = await db.select().from(orders).where(which).limit(1)
  return row
}

/** Writes an event into the transaction that makes it true. */
export async function tell(
  db: Sql,
  type: DomainEvent['type'],
  orderId: string,
  occurredAt: Date,
  details: Record<string, string | number> | null = null,
): Promise<void> {
  await db.insert(outbox).values({ type, orderId, occurredAt, details })
}

/** Changes an order and tells of it, both or neither. */
export async function turn(
  db: Sql,
  row: OrderRow,
  change: Partial<OrderRow>,
  event: { type: DomainEvent['type']; at: Date } | null,
): Promise<OrderRow> {
  await db.transaction(async (transaction) => {
    await transaction.update(orders).set(change).where(eq(orders.id, row.id))
    if (event) await tell(transaction, event.type, row.id, event.at)
  })
  return { ...row, ...change }
}
