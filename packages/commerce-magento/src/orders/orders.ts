import type { OrdersPort } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, count, desc, eq, inArray, lte, notInArray, sql } from 'drizzle-orm'
import { decodeCursor, encodeCursor } from '../mapping/cursors'
import { orders } from '../tables'
import { findRow, orderOf } from './rows'
import type { OrderStates } from './states'

const leaving = (except: readonly string[] = []) => (except.length > 0 ? notInArray(orders.id, [...except]) : undefined)

/** Part of a name in it or of its number. */
function holds(q: string | undefined) {
  if (q === undefined) return undefined
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const named = sql`exists (select 1 from jsonb_array_elements(${orders.lines}) as line where line->>'name' ilike ${part})`
  return sql`(${orders.number} ilike ${part} or ${named})`
}

const COUNTED = ['pending_payment', 'paid', 'shipped', 'completed'] as const
const LAST_MOMENT = 253_402_300_799_999

/** Orders are read from our own tables: they are there while Magento is not. */
export function ordersPort(
  db: Sql,
  states: OrderStates,
  { confirmReceipt, recordRefund }: Pick<OrdersPort, 'confirmReceipt' | 'recordRefund'>,
): OrdersPort {
  const one = async (which: Parameters<typeof findRow>[1]) => {
    const row = await findRow(db, which)
    return row ? orderOf(row) : null
  }
  return {
    get: ({ customer }, orderId) => one(and(eq(orders.id, orderId), eq(orders.customerId, customer.id))),
    find: (orderId) => one(eq(orders.id, orderId)),
    findByNumber: (number) => one(eq(orders.number, number)),
    markPaid: states.markPaid,
    cancel: states.cancel,
    collect: states.collect,
    confirmReceipt,
    recordRefund,

    async list({ customer }, { status, q, except, cursor, limit }) {
      const theirs = and(
        eq(orders.customerId, customer.id),
        status && eq(orders.status, status),
        holds(q),
        leaving(except),
      )
      const place = decodeCursor(cursor, ['number', 'string'])
      const at = new Date(Math.min(place?.[0] ?? 0, LAST_MOMENT)).toISOString()
      const before = place
        ? sql`(${orders.placedAt}, ${orders.id}) < (${at}::timestamptz, ${place[1]}::text)`
        : undefined
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
        items: shown.map(orderOf),
        nextCursor: last && rows.length > shown.length ? encodeCursor([last.placedAt.getTime(), last.id]) : null,
        total: all!.orders,
      }
    },

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

    async listExpired(now, limit) {
      const rows = await db
        .select()
        .from(orders)
        .where(and(eq(orders.status, 'pending_payment'), lte(orders.expiresAt, now)))
        .orderBy(asc(orders.expiresAt), asc(orders.id))
        .limit(limit)
      return rows.map(orderOf)
    },
  }
}
