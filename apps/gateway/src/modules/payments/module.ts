import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { WechatPay } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { Outage } from '../../commerce/outage'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { Sweep } from '../../jobs/sweep'
import { createPaymentBook } from './book'
import { createClosing } from './closing'
import { createMerchantRefunds } from './merchant-refunds'
import { createNotifications } from './notifications'
import { createRefundDesk, type RefundDeskNeeds } from './refund-desk'
import { NOTIFY_PATH } from './routes'
import { createPayments } from './service'
import { createSettlement } from './settlement'

interface Needs {
  db: Sql
  backend: CommerceBackend
  pay: WechatPay
  openidOf(shopperId: string): Promise<string>
  clock: Clock
  log: FastifyBaseLogger
  merchant: { appid: string; mchid: string }
  publicUrl: string
  outage: Outage
  onRefunded?: RefundDeskNeeds['onRefunded']
  onNoted?: RefundDeskNeeds['onNoted']
}

/** Puts the parts of this module together. */
export function createPaymentsModule(needs: Needs) {
  const { db, backend, pay, openidOf, clock, log, merchant, publicUrl, outage, onRefunded, onNoted } = needs
  const notifyUrl = publicUrl + NOTIFY_PATH
  const book = createPaymentBook(db, clock)
  const settlement = createSettlement({ db, backend, pay, book, clock, log, merchant })
  const refunds = createRefundDesk({ db, pay, clock, log, mchid: merchant.mchid, notifyUrl, onRefunded, onNoted })
  const closing = createClosing({ backend, pay, book, settlement, outage, clock, log })
  const payments = createPayments({ backend, pay, book, settlement, closing, openidOf, outage, clock, log, notifyUrl })
  const notifications = createNotifications({ db, pay, settlement, refunds, outage, clock, log })
  const sweeps: Sweep[] = [
    { name: 'callbacks', everySeconds: 10, run: notifications.catchUp },
    { name: 'reconcile', everySeconds: 20, run: payments.reconcile },
    { name: 'expiry', everySeconds: 15, run: closing.endExpired },
    { name: 'refunds', everySeconds: 15, run: refunds.work },
  ]
  const handlers: EventHandlers = {
    'order.cancelled': { 'close-at-wechat': closing.closeFor },
    'order.refunded': { 'send-money-back': createMerchantRefunds({ db, book, settlement, clock, log }) },
  }
  return { payments, book, notifications, sweeps, handlers }
}
