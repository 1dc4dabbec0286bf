import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { EventDetails } from '../../jobs/event-handlers'
import { isOpen, type PaymentBook } from './book'
import { writeRefund } from './refund-book'
import type { Settlement } from './settlement'

interface Needs {
  db: Sql
  book: PaymentBook
  settlement: Settlement
  clock: Clock
  log: FastifyBaseLogger
}

/**
 * What the merchant refunds in the shop system goes back through WeChat: each refund there is one here, of the same
 * amount, however often it is told.
 */
export function createMerchantRefunds({ db, book, settlement, clock, log }: Needs) {
  /** @throws WechatPayError where WeChat has to say first whether there was money, and does not: it is told again */
  return async (orderId: string, { refundId, amount }: EventDetails<'order.refunded'>): Promise<void> => {
    const before = await book.ofOrder(orderId)
    // The shop system knew of the money before WeChat's callback came here.
    if (before && isOpen(before)) await settlement.ask(before)
    const payment = await book.ofOrder(orderId)
    if (!payment?.transactionId) {
      log.warn({ orderId, refundId }, 'the merchant has refunded an order that WeChat took no money for')
      return
    }
    const refund = { mark: `M-${refundId}`, amount, reason: '商家退款', merchantRefundId: refundId }
    const written = await writeRefund(db, payment, refund, clock())
    if (written === amount) log.info({ orderId, refundId, amount }, 'the merchant’s refund goes back through WeChat')
    else log.warn({ orderId, refundId, amount, written }, 'the merchant’s refund is known, or more than was left')
  }
}
