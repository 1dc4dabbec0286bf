import type { CancelReason, CommerceBackend, Order } from '@xiaopu/commerce'
import { type WechatPay, WechatPayError } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { Outage } from '../../commerce/outage'
import { Refusal } from '../../http/refusal'
import { isOpen, type Payment, type PaymentBook } from './book'
import type { Settlement } from './settlement'

interface Needs {
  backend: CommerceBackend
  pay: Pick<WechatPay, 'close'>
  book: PaymentBook
  settlement: Settlement
  outage: Outage
  clock: Clock
  log: FastifyBaseLogger
}

/** How ending an unpaid order went: it is cancelled, or money came first. */
export interface Ended {
  outcome: 'cancelled' | 'paid'
  order: Order
}

const BATCH = 200

export type Closing = ReturnType<typeof createClosing>

/** Ends unpaid orders. WeChat's order is closed before stock is released: nobody can pay for what is sold to another. */
export function createClosing({ backend, pay, book, settlement, outage, clock, log }: Needs) {
  /** @throws Refusal `wechat_unavailable`: nothing was changed, stock stays reserved */
  async function closeAndCancel(order: Order, reason: CancelReason): Promise<Ended> {
    const payment = await book.ofOrder(order.id)
    if (payment && !(await closeAtWechat(payment))) {
      return { outcome: 'paid', order: (await backend.orders.find(order.id)) ?? order }
    }
    const { outcome, order: ended } = await backend.orders.cancel(order.id, reason)
    return { outcome: outcome === 'not_cancellable' ? 'paid' : 'cancelled', order: ended }
  }

  /** True when the payment can take no money any more; false when it has. */
  async function closeAtWechat(payment: Payment): Promise<boolean> {
    if (payment.state === 'closed') return true
    if (!isOpen(payment)) return false
    try {
      if ((await pay.close(payment.outTradeNo)) === 'paid') {
        const settled = await settlement.ask(payment)
        if (settled.outcome === 'unpaid') throw new Error('WeChat says paid when closing and unpaid when asked')
        return false
      }
    } catch (error) {
      throw error instanceof WechatPayError ? new Refusal('wechat_unavailable', {}, { cause: error }) : error
    }
    return (await book.advance(payment.orderId, 'close')).state === 'closed'
  }

  /** The job: every order whose time is up. One that cannot be ended now keeps its stock and is tried again. */
  async function endExpired(): Promise<void> {
    for (const order of await backend.orders.listExpired(clock(), BATCH)) {
      try {
        await closeAndCancel(order, 'expired')
        outage.answered()
      } catch (error) {
        if (outage.missed(error)) continue
        log.error({ err: error, orderId: order.id }, 'an expired order could not be ended; it is tried again')
      }
    }
  }

  /** An order the merchant cancelled elsewhere must not be payable here. */
  async function closeFor(orderId: string): Promise<void> {
    const payment = await book.ofOrder(orderId)
    if (payment) await closeAtWechat(payment)
  }

  return { closeAndCancel, closeAtWechat, endExpired, closeFor }
}
