import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { RefundNotice, WechatPay, Refund as WechatRefund } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import { findRefund, noteRefundStatus, type Refund, takeDueRefunds } from './refund-book'
import { TransactionMismatch } from './settlement'

/** Money that WeChat has given back. */
export type RefundedMoney = Pick<Refund, 'outRefundNo' | 'orderId' | 'amount' | 'lines' | 'restock'>

export interface RefundDeskNeeds {
  db: Sql
  pay: Pick<WechatPay, 'refund' | 'queryRefund'>
  clock: Clock
  log: FastifyBaseLogger
  mchid: string
  notifyUrl: string
  /**
   * Told of money that has gone back before it is written down; may be told again, must be idempotent. Not of what the
   * merchant has refunded: the shop system knows.
   */
  onRefunded?(refund: RefundedMoney): Promise<void>
  /** Told once WeChat’s word is written down, whatever it is; may be told again. */
  onNoted?(outRefundNo: string): Promise<void>
}

const BATCH = 50

export type RefundDesk = ReturnType<typeof createRefundDesk>

/** Sends money back and follows it until WeChat says how it ended. */
export function createRefundDesk({ db, pay, clock, log, mchid, notifyUrl, onRefunded, onNoted }: RefundDeskNeeds) {
  /** Looks at every refund that is due. One that fails is tried again later under the same number. */
  async function work(): Promise<void> {
    for (const refund of await takeDueRefunds(db, clock(), BATCH)) {
      try {
        await note(refund, await push(refund))
      } catch (error) {
        log.error(
          { err: error, outRefundNo: refund.outRefundNo, attempts: refund.attempts },
          'a refund did not get through; it is tried again',
        )
      }
    }
  }

  /** Asks for the refund, or how it stands. WeChat may not know of one whose request was lost: it is asked for again. */
  async function push(refund: Refund): Promise<WechatRefund> {
    const known = refund.state === 'requested' ? undefined : await pay.queryRefund(refund.outRefundNo)
    if (known) return known
    const { outRefundNo, outTradeNo, amount, total, reason } = refund
    return pay.refund({ outRefundNo, payment: { outTradeNo }, refundFen: amount, totalFen: total, reason, notifyUrl })
  }

  async function note(refund: Refund, said: Pick<WechatRefund, 'status' | 'refundId'>): Promise<void> {
    const { outRefundNo, orderId, merchantRefundId } = refund
    // First: if it fails, nothing is written and the refund is looked at again.
    if (said.status === 'SUCCESS' && merchantRefundId === null) {
      await onRefunded?.(refund)
    }
    const state = await noteRefundStatus(db, outRefundNo, said, clock())
    if (state === 'abnormal') log.error({ orderId, outRefundNo }, 'a refund needs a person: see the merchant platform')
    if (state === 'closed') log.error({ orderId, outRefundNo }, 'WeChat closed a refund: the money was not sent back')
    await onNoted?.(outRefundNo)
  }

  /** @throws TransactionMismatch */
  async function check(notice: RefundNotice): Promise<Refund> {
    const refund = await findRefund(db, notice.outRefundNo)
    if (!refund) throw new TransactionMismatch('unknown_order')
    if (notice.mchid !== mchid) throw new TransactionMismatch('wrong_merchant')
    const fits = notice.amount.refundFen === refund.amount && notice.amount.totalFen === refund.total
    if (!fits || notice.outTradeNo !== refund.outTradeNo) throw new TransactionMismatch('wrong_amount')
    return refund
  }

  /** @throws TransactionMismatch */
  async function settle(notice: RefundNotice): Promise<void> {
    await note(await check(notice), notice)
  }

  return { work, check, settle }
}
