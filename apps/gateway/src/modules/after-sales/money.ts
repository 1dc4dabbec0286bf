import { createHash } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import { type NewRefund, outRefundNoOf, writeRefund } from '../payments/refund-book'
import { payments } from '../payments/tables'
import type { AfterSaleRow, Facts } from './book'

/** Twelve hexadecimal digits: enough within one payment, and an out_refund_no has room for no more. */
export const shortOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/**
 * Writes down that money of an order goes back, in the caller's transaction: the refund desk sends it, once.
 *
 * @returns its out_refund_no and what goes back by it: less than was wanted where no more was left
 */
export async function sendBack(
  transaction: Sql,
  orderId: string,
  refund: NewRefund,
  now: Date,
): Promise<{ outRefundNo: string; amount: number }> {
  const [payment] = await transaction.select().from(payments).where(eq(payments.orderId, orderId))
  if (!payment?.transactionId)
    throw new Refusal('after_sale_too_much', { detail: 'WeChat took no money for this order' })
  const amount = await writeRefund(transaction, payment, refund, now)
  return { outRefundNo: outRefundNoOf(payment.outTradeNo, refund.mark), amount }
}

/** The money of an after-sale goes back; again under another number where WeChat closed the one before. */
export const payBack =
  (clock: Clock, amountOf: (row: AfterSaleRow) => number, changes: { restock?: boolean } = {}) =>
  async (transaction: Sql, row: AfterSaleRow): Promise<Facts> => {
    const refundsMade = row.refundsMade + 1
    const restock = changes.restock ?? row.restock
    const refund = {
      mark: `A${shortOf(row.id)}-${refundsMade}`,
      amount: amountOf(row),
      reason: row.kind === 'refund' ? '售后退款' : '退货退款',
      lines: row.lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
      restock,
    }
    const { outRefundNo, amount } = await sendBack(transaction, row.orderId, refund, clock())
    if (amount === 0) throw new Refusal('after_sale_too_much', { detail: 'all of the money has gone back already' })
    return { outRefundNo, refundsMade, granted: amount, restock }
  }
