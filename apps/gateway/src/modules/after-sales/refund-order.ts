import type { CommerceBackend } from '@xiaopu/commerce'
import type { MerchantRefund, MerchantRefundRequest } from '@xiaopu/contract'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { findRefund, type Refund } from '../payments/refund-book'
import type { AfterSaleBook } from './book'
import type { Cases } from './cases'
import { sendBack, shortOf } from './money'

interface Needs {
  backend: Pick<CommerceBackend, 'orders'>
  book: AfterSaleBook
  cases: Cases
  clock: Clock
}

const STATE = {
  requested: 'on_its_way',
  processing: 'on_its_way',
  succeeded: 'done',
  abnormal: 'abnormal',
  closed: 'closed',
} as const satisfies Record<Refund['state'], MerchantRefund['state']>

/**
 * Sends money of a paid order back without anybody having asked. The same key is the same refund.
 *
 * @throws Refusal `not_found`, `order_not_paid`, `more_than_paid`, `more_than_ordered`, `idempotency_key_reused`
 */
export function refundingOrders({ backend, book, cases, clock }: Needs) {
  return async (orderId: string, key: string, body: MerchantRefundRequest): Promise<MerchantRefund> => {
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
      const { outRefundNo } = await sendBack(transaction, orderId, { mark, ...body }, clock())
      return (await findRefund(transaction, outRefundNo))!
    })
    if (!isSame(written, body)) throw new Refusal('idempotency_key_reused')
    const { outRefundNo: id, amount, state } = written
    return { id, orderId, amount, state: STATE[state] }
  }
}

const isSame = (written: Refund, { amount, lines, restock, reason }: MerchantRefundRequest): boolean =>
  written.amount === amount &&
  written.restock === restock &&
  written.reason === reason &&
  JSON.stringify(written.lines.map(({ skuId, quantity }) => [skuId, quantity])) ===
    JSON.stringify(lines.map(({ skuId, quantity }) => [skuId, quantity]))
