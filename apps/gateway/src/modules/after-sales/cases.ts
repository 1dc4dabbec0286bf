import { isAfterSaleOpen, type Order, type Pause } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { OrderRefund, Order as OrderView, Refundable } from '@xiaopu/contract'
import { inArray } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { payments } from '../payments/tables'
import type { AfterSaleBook } from './book'
import { kindsOf, type Left, leftOf, type OrderCase } from './left'
import { inOrder, refundView } from './views'

interface Needs {
  db: Sql
  book: AfterSaleBook
  clock: Clock
  /** How long after it was received something can be asked for, ms. */
  windowMs: number
}

export type Cases = ReturnType<typeof createCases>

/** Gathers what decides what can still be asked for. */
export function createCases({ db, book, clock, windowMs }: Needs) {
  async function casesOf(sql: Sql, orders: Order[]): Promise<OrderCase[]> {
    if (orders.length === 0) return []
    const ids = orders.map(({ id }) => id)
    const paid = await sql.select().from(payments).where(inArray(payments.orderId, ids))
    const afterSales = await book.ofOrders(sql, ids)
    const refunds = await book.refundsOf(sql, ids)
    const received = await book.receivedAt(sql, ids)
    return orders.map((order) => ({
      order,
      payment: paid.find(({ orderId }) => orderId === order.id),
      afterSales: afterSales.filter(({ orderId }) => orderId === order.id),
      refunds: refunds.filter(({ orderId }) => orderId === order.id),
      receivedAt: received.get(order.id),
    }))
  }

  /** @param sql may be the transaction in which something is about to be asked for */
  async function left(sql: Sql, order: Order): Promise<Left> {
    const [found] = await casesOf(sql, [order])
    return leftOf(found!, windowMs, clock())
  }

  /** What the list of orders tells: the after-sales each has, and whether another can be asked for. */
  async function forOrders(orders: Order[]): Promise<Map<string, { has: OrderView['afterSales']; offered: boolean }>> {
    const cases = await casesOf(db, orders)
    return new Map(
      cases.map((each) => [
        each.order.id,
        {
          has: each.afterSales.map(inOrder),
          offered: kindsOf(leftOf(each, windowMs, clock())).length > 0,
        },
      ]),
    )
  }

  /** From when until when each order had an after-sale; null: it still has. */
  async function pausesOf(orderIds: string[]): Promise<Map<string, Pause[]>> {
    const pauses = new Map<string, Pause[]>()
    for (const { orderId, state, requestedAt, changedAt } of await book.ofOrders(db, orderIds)) {
      const pause = { from: requestedAt, to: isAfterSaleOpen(state) ? null : changedAt }
      pauses.set(orderId, [...(pauses.get(orderId) ?? []), pause])
    }
    return pauses
  }

  /** What the shop's people can send back unasked, and the refunds there were. */
  async function refundsFor(order: Order): Promise<{ refunds: OrderRefund[]; refundable: Refundable }> {
    const [found] = await casesOf(db, [order])
    const { money, lines } = leftOf(found!, windowMs, clock())
    const left = lines.filter(({ pieces }) => pieces > 0)
    return {
      refunds: found!.refunds.toSorted((one, other) => +one.createdAt - +other.createdAt).map(refundView),
      refundable: { amount: money, lines: left.map(({ skuId, pieces, amounts }) => ({ skuId, pieces, amounts })) },
    }
  }

  return { left, forOrders, pausesOf, openCount: book.openCount, refundsFor }
}
