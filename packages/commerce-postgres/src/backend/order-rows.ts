import type { Order } from '@xiaopu/commerce'
import { asc, inArray, type SQL } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orderLines, orders } from '../tables'

type OrderRow = typeof orders.$inferSelect
type LineRow = typeof orderLines.$inferSelect

export async function findOrder(db: Sql, which: SQL | undefined): Promise<Order | null> {
  const rows = await db.select().from(orders).where(which).limit(1)
  return (await withLines(db, rows))[0] ?? null
}

/** The same orders, in the same order, with their lines. */
export async function withLines(db: Sql, rows: OrderRow[]): Promise<Order[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const lines = await db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, ids))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))
  return rows.map((row) =>
    orderOf(
      row,
      lines.filter(({ orderId }) => orderId === row.id),
    ),
  )
}

function orderOf(row: OrderRow, lines: LineRow[]): Order {
  const { id, number, customerId, status, cancelledBecause, placedAt, expiresAt, paidAt, address, fapiao, remark } = row
  return {
    id,
    number,
    customerId,
    status,
    cancelledBecause,
    placedAt,
    expiresAt,
    paidAt,
    lines: lines.map(({ productId, skuId, name, options, picture, unitPrice, quantity }) => ({
      productId,
      skuId,
      name,
      options,
      picture,
      unitPrice,
      quantity,
    })),
    amounts: { goods: row.goods, discount: row.discount, shipping: row.shipping, total: row.total },
    address,
    fapiao,
    remark,
  }
}
