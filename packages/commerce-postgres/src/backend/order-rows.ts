import {
  type Fen,
  type Order,
  type OrderStatus,
  type Page,
  type Shipment,
  splitOverAll,
  UnknownOrder,
} from '@xiaopu/commerce'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { couponRedemptions, orderLines, orders } from '../tables'
import { decodeCursor, encodeCursor } from './cursor'
import { parcelsOf } from './parcels'
import { at, instantOf } from './rows'

type OrderRow = typeof orders.$inferSelect
type LineRow = typeof orderLines.$inferSelect
type RedemptionRow = typeof couponRedemptions.$inferSelect

export async function findOrder(db: Sql, which: SQL | undefined): Promise<Order | null> {
  const rows = await db.select().from(orders).where(which).limit(1)
  return (await withLines(db, rows))[0] ?? null
}

/** Those of the orders, newest first. */
export async function orderPage(
  db: Sql,
  whose: SQL | undefined,
  { status, cursor, limit }: { status?: OrderStatus; cursor?: string; limit: number },
): Promise<Page<Order>> {
  const asked = and(whose, status && eq(orders.status, status))
  const place = decodeCursor(cursor, ['number', 'string'])
  const before: SQL | undefined =
    (place && sql`(${orders.placedAt}, ${orders.id}) < (${at(instantOf(place[0]))}, ${place[1]}::text)`) || undefined
  const rows = await db
    .select()
    .from(orders)
    .where(and(asked, before))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await withLines(db, shown),
    nextCursor: last && rows.length > shown.length ? encodeCursor([last.placedAt.getTime(), last.id]) : null,
    total: await db.$count(orders, asked),
  }
}

/**
 * The order as it is once nobody else is changing it.
 *
 * @throws UnknownOrder
 */
export async function lockOrder(db: Sql, orderId: string): Promise<Order> {
  await db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('no key update')
  const order = await findOrder(db, eq(orders.id, orderId))
  if (!order) throw new UnknownOrder(orderId)
  return order
}

/** The same orders, in the same order, with their lines, coupons and parcels. */
export async function withLines(db: Sql, rows: OrderRow[]): Promise<Order[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const lines = await db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, ids))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))
  const redemptions = await db
    .select()
    .from(couponRedemptions)
    .where(inArray(couponRedemptions.orderId, ids))
    .orderBy(asc(couponRedemptions.orderId), asc(couponRedemptions.position))
  const parcels = await parcelsOf(db, ids)
  return rows.map((row) =>
    orderOf(
      row,
      lines.filter(({ orderId }) => orderId === row.id),
      redemptions.filter(({ orderId }) => orderId === row.id),
      parcels.get(row.id) ?? [],
    ),
  )
}

/** What each line was given; of an order that has not kept it, by the prices of all of them. */
function discountsOf({ discount }: Pick<OrderRow, 'discount'>, lines: LineRow[]): Fen[] {
  const kept = lines.flatMap((line) => line.discount ?? [])
  if (kept.length === lines.length) return kept
  return splitOverAll(
    lines.map(({ unitPrice, quantity }) => unitPrice * quantity),
    discount,
  )
}

function orderOf(row: OrderRow, lines: LineRow[], coupons: RedemptionRow[], shipments: Shipment[]): Order {
  const { id, number, customerId, status, cancelledBecause, placedAt, expiresAt, paidAt, address, fapiao, remark } = row
  const discounts = discountsOf(row, lines)
  return {
    id,
    number,
    customerId,
    status,
    cancelledBecause,
    placedAt,
    expiresAt,
    paidAt,
    lines: lines.map(({ productId, skuId, name, options, picture, unitPrice, quantity }, place) => ({
      ...{ productId, skuId, name, options, picture, unitPrice, quantity },
      discount: discounts[place]!,
    })),
    refunded: row.refunded,
    amounts: { goods: row.goods, discount: row.discount, shipping: row.shipping, total: row.total },
    coupons: coupons.map(({ code, name, discount }) => ({ code, name, discount })),
    shipments,
    address,
    pickup: row.pickup && { ...row.pickup, readyAt: row.readyAt, collectedAt: row.collectedAt },
    fapiao,
    remark,
  }
}
