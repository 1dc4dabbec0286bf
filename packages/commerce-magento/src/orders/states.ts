import { type CancelReason, type ConfirmedPayment, type Order, UnknownOrder } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Leases } from '../locks/leases'
import { fenOfYuan } from '../mapping/money'
import type { Shop } from '../shop'
import { orders } from '../tables'
import { AnswerLost, MagentoRefusal } from '../transport/errors'
import type { Errands } from './errands'
import { isOver, type MagentoOrder, readOrder } from './magento-order'
import type { Refunds } from './refunds'
import { findRow, type OrderRow, orderOf, turn } from './rows'
import type { Shipments } from './shipments'

interface Needs {
  shop: Shop
  leases: Leases
  errands: Errands
  refunds: Refunds
  shipments: Shipments
}

export type OrderStates = ReturnType<typeof createOrderStates>

/**
 * How orders change. Magento has the last word on whether an order lives: it is asked first, then ours follows. Where
 * Magento does not answer, nothing of ours has changed, and whoever asked (a callback of WeChat's, a job) asks again.
 */
export function createOrderStates({ shop, leases, errands, refunds, shipments }: Needs) {
  const { db } = shop.database
  const { rest, clock } = shop

  /** @throws UnknownOrder */
  function locked<Result>(orderId: string, work: (row: OrderRow) => Promise<Result>): Promise<Result> {
    return leases.exclusively(`order ${orderId}`, async () => {
      const row = await findRow(db, eq(orders.id, orderId))
      if (!row) throw new UnknownOrder(orderId)
      return work(row)
    })
  }

  const markPaid = (orderId: string, payment: ConfirmedPayment) =>
    locked(orderId, async (row) => {
      if (row.status === 'cancelled') {
        const byThis = row.transactionId !== null && row.transactionId === payment.transactionId
        return { outcome: byThis ? ('already_paid' as const) : ('not_payable' as const), order: orderOf(row) }
      }
      if (row.status !== 'pending_payment') return { outcome: 'already_paid' as const, order: orderOf(row) }
      const invoiced = await invoice(row, payment.transactionId)
      if (invoiced === 'cancelled') {
        return { outcome: 'not_payable' as const, order: orderOf(await cancelled(row, 'merchant')) }
      }
      const paid = await paidBy(row, payment)
      if (invoiced === 'refused') await errands.leave(orderId, 'invoice', commentOf(payment.transactionId))
      return { outcome: 'paid' as const, order: paid }
    })

  /** Asks what is due before it asks for an invoice: a second one would be an error. */
  async function invoice(row: OrderRow, transactionId: string | null): Promise<'invoiced' | 'cancelled' | 'refused'> {
    if (isOver(await readOrder(rest, row.magentoId))) return 'cancelled'
    try {
      await errands.invoice(row.magentoId, commentOf(transactionId))
      return 'invoiced'
    } catch (error) {
      if (error instanceof MagentoRefusal && error.isAboutIdentity) throw error
      // Cancelled in between, invoiced and not heard of, or refused: Magento says which.
      const now = await readOrder(rest, row.magentoId)
      if (isOver(now)) return 'cancelled'
      return nothingDue(now) ? 'invoiced' : 'refused'
    }
  }

  const cancel = (orderId: string, reason: CancelReason) =>
    locked(orderId, async (row) => {
      if (row.status === 'cancelled') return { outcome: 'already_cancelled' as const, order: orderOf(row) }
      if (row.status !== 'pending_payment') return { outcome: 'not_cancellable' as const, order: orderOf(row) }
      const before = await readOrder(rest, row.magentoId)
      if (!isOver(before)) {
        if (isPaid(before)) return { outcome: 'not_cancellable' as const, order: orderOf(await follow(row, before)) }
        await cancelThere(row)
      }
      return { outcome: 'cancelled' as const, order: orderOf(await cancelled(row, reason)) }
    })

  async function cancelThere({ magentoId }: OrderRow): Promise<void> {
    try {
      await rest.post(`orders/${magentoId}/cancel`)
    } catch (error) {
      if (!(error instanceof AnswerLost) || !isOver(await readOrder(rest, magentoId))) throw error
    }
  }

  const cancelled = (row: OrderRow, reason: CancelReason): Promise<OrderRow> =>
    turn(db, row, { status: 'cancelled', cancelledBecause: reason }, { type: 'order.cancelled', at: clock() })

  async function paidBy(row: OrderRow, { paidAt, amount, transactionId }: ConfirmedPayment): Promise<Order> {
    const change = { status: 'paid' as const, paidAt, paidAmount: amount, transactionId }
    return orderOf(await turn(db, row, change, { type: 'order.paid', at: clock() }))
  }

  /** Magento knows no such state; what is ready there may not have been heard of yet. */
  const collect = (orderId: string) =>
    locked(orderId, async (row) => {
      if (!row.pickup) return { outcome: 'not_ready' as const, order: orderOf(row) }
      const now = row.status === 'paid' ? await follow(row, await readOrder(rest, row.magentoId)) : row
      if (now.status === 'completed') return { outcome: 'already_collected' as const, order: orderOf(now) }
      if (now.status !== 'shipped') return { outcome: 'not_ready' as const, order: orderOf(now) }
      const at = clock()
      const change = { status: 'completed' as const, collectedAt: at }
      const collected = await turn(db, now, change, { type: 'order.completed', at })
      return { outcome: 'collected' as const, order: orderOf(collected) }
    })

  /** Makes ours agree with what the merchant has done at Magento. */
  async function follow(row: OrderRow, there: MagentoOrder): Promise<OrderRow> {
    if (row.paidAt) await refunds.note(row, there)
    if (isOver(there)) {
      const open = row.status === 'pending_payment' || row.status === 'paid' || row.status === 'shipped'
      return open ? cancelled(row, 'merchant') : row
    }
    let now = row
    if (now.status === 'pending_payment' && isPaid(there)) {
      // The merchant has invoiced it: the money came some other way.
      const change = { status: 'paid' as const, paidAt: clock(), paidAmount: row.total }
      now = await turn(db, now, change, { type: 'order.paid', at: clock() })
    }
    return shipments.follow(now, there)
  }

  const followMagento = (orderId: string, there: MagentoOrder) => locked(orderId, (row) => follow(row, there))

  return { markPaid, cancel, collect, followMagento }
}

const nothingDue = ({ total_due, grand_total }: MagentoOrder) => fenOfYuan(total_due ?? grand_total) <= 0
/** Something was paid and nothing is due: an order of nothing is not paid by that. */
const isPaid = (order: MagentoOrder) => nothingDue(order) && Number(order.total_paid ?? 0) > 0

const commentOf = (transactionId: string | null): string =>
  transactionId === null ? '微信小程序：无需支付' : `微信支付 ${transactionId}`
