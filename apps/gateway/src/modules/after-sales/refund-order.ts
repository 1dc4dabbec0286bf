import type { CommerceBackend } from '@xiaopu/commerce'
import type { MerchantRefund, MerchantRefundRequest } from '@xiaopu/contract'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { findRefund, type Refund } from '../payments/refund-book'
import type { AfterSaleBook } from './book'
import type { Cases } from './cases'
import { sendBack, shortOf } from './money'
import { refundView } from './views'

interface Needs {
  backend: Pick<CommerceBackend, 'orders' | 'capabilities' | 'name'>
  book: AfterSaleBook
  cases: Cases
  clock: Clock
}

/**
 * Sends money of a paid order back without anybody having asked. The same key is the same refund.
 *
 * @throws Refusal `not_supported`: the shop system makes refunds, and we would pay each a second time; `not_found`, `order_not_paid`, `more_than_paid`, `more_than_ordered`, `idempotency_key_reused`
 */
export function refundingOrders({ backend, book, cases, clock }: Needs) {
  return async (orderId: string, key: string, body: MerchantRefundRequest): Promise<MerchantRefund> => {
    if (backend.capabilities.refundsByMerchant) {
      throw new Refusal('not_supported', {
        detail: `refunds are made in ${backend.name}, as credit memos; WeChat pays out what is refunded there`,
      })
    }
    const order = await backend.orders.find(orderId)
    if (!order) throw notFound('order')
    const mark = `O${shortOf(`${orderId} ${key}`)}`
    const written = await book.aboutOrder(orderId, async (transaction) => {
      const earlier = await findRefund(transaction, `${order.number}-${mark}`)
      if (earlier) return earlier
      if (order.paidAt === null) throw new Refusal('order_not_paid')
      const left = await cases.left(transaction, order)
      for (const { skuId, quantity } of body.lines) {
        const line = left.lines.find((each) => each.skuId === skuId)
        if (!line || quantity > line.pieces) throw new Refusal('more_than_ordered')
      }
      if (body.amount > left.money) throw new Refusal('more_than_paid', { detail: `${left.money} fen are left` })
      const { outRefundNo, amount } = await sendBack(transaction, orderId, { mark, ...body }, clock())
      // The shop system has given some back since we looked: nothing is written, as if it had come first.
      if (amount < body.amount) throw new Refusal('more_than_paid')
      return (await findRefund(transaction, outRefundNo))!
    })
    if (!isSame(written, body)) throw new Refusal('idempotency_key_reused')
    const { id, amount, state } = refundView(written)
    return { id, orderId, amount, state }
  }
}

const isSame = (written: Refund, { amount, lines, restock, reason }: MerchantRefundRequest): boolean =>
  written.amount === amount &&
  written.restock === restock &&
  written.reason === reason &&
  JSON.stringify(written.lines.map(({ skuId, quantity }) => [skuId, quantity])) ===
    JSON.stringify(lines.map(({ skuId, quantity }) => [skuId, quantity]))
