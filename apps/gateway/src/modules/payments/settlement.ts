import type { CommerceBackend, Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Transaction, WechatPay } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import { advance, type Payment, type PaymentBook } from './book'
import { writeRefund } from './refund-book'

interface Needs {
  db: Sql
  backend: CommerceBackend
  pay: Pick<WechatPay, 'queryByOutTradeNo'>
  book: PaymentBook
  clock: Clock
  log: FastifyBaseLogger
  merchant: { appid: string; mchid: string }
}

/** What WeChat says does not fit what was asked for; nothing is changed by it. */
export class TransactionMismatch extends Error {
  override readonly name = 'TransactionMismatch'

  constructor(readonly reason: 'unknown_order' | 'wrong_merchant' | 'wrong_app' | 'wrong_amount' | 'wrong_currency') {
    super(`the transaction does not fit: ${reason}`)
  }
}

/** `paid`: the order is paid. `late`: money came for a cancelled order and goes back. `unpaid`: no money has come. */
export type Settled = { outcome: 'paid' | 'late'; order: Order } | { outcome: 'unpaid' }

export type Settlement = ReturnType<typeof createSettlement>

/** The one place where WeChat's word becomes ours, whether a callback brought it or we asked. */
export function createSettlement({ db, backend, pay, book, clock, log, merchant }: Needs) {
  /** @throws TransactionMismatch */
  async function check(transaction: Transaction): Promise<Payment> {
    const payment = await book.byOutTradeNo(transaction.outTradeNo)
    if (!payment) throw new TransactionMismatch('unknown_order')
    if (transaction.mchid !== merchant.mchid) throw new TransactionMismatch('wrong_merchant')
    if (transaction.appid !== merchant.appid) throw new TransactionMismatch('wrong_app')
    if (hasMoney(transaction)) {
      if (transaction.amount?.totalFen !== payment.amount) throw new TransactionMismatch('wrong_amount')
      if (transaction.amount.currency !== 'CNY') throw new TransactionMismatch('wrong_currency')
    }
    return payment
  }

  /** Does what the transaction means, once however often it is told. @throws TransactionMismatch */
  async function settle(transaction: Transaction): Promise<Settled> {
    const payment = await check(transaction)
    if (!hasMoney(transaction)) return { outcome: 'unpaid' }
    const paidAt = transaction.successTime ? new Date(transaction.successTime) : clock()
    const transactionId = transaction.transactionId ?? null
    const { outcome, order } = await backend.orders.markPaid(payment.orderId, {
      transactionId,
      amount: payment.amount,
      paidAt,
    })
    if (outcome !== 'not_payable') {
      await book.advance(payment.orderId, 'succeed', { transactionId, paidAt })
      return { outcome: 'paid', order }
    }
    // Together, or a crash in between would keep the shopper's money.
    await db.transaction(async (transaction) => {
      await advance(transaction, payment.orderId, 'succeed', { transactionId, paidAt })
      await writeRefund(transaction, payment, { mark: 'R', amount: payment.amount, reason: '订单已取消' }, clock())
    })
    log.warn({ orderId: payment.orderId }, 'money came for a cancelled order and is sent back')
    return { outcome: 'late', order }
  }

  /** Asks WeChat and does what the answer means. @throws WechatPayError, TransactionMismatch */
  async function ask(payment: Payment): Promise<Settled> {
    const transaction = await pay.queryByOutTradeNo(payment.outTradeNo)
    return transaction ? settle(transaction) : { outcome: 'unpaid' }
  }

  return { check, settle, ask }
}

/** SUCCESS, and REFUND: money came, and some of it has gone back since. */
const hasMoney = ({ tradeState }: Transaction) => tradeState === 'SUCCESS' || tradeState === 'REFUND'
