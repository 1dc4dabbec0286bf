import {
  type Cared,
  type CareTimes,
  type CommerceBackend,
  type Order as CommerceOrder,
  RECEIPT_EXTENSION,
  receiptDueAt,
} from '@xiaopu/commerce'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { PaymentBook } from '../payments/book'
import type { EventHandler as WechatEventHandler } from '../wechat-events/service'
import { isReceivedInWechat, type ReceiptBook } from './receipt-book'
import { caredOf, type OrderCare } from './views'

interface Needs {
  backend: Pick<CommerceBackend, 'orders'>
  book: ReceiptBook
  /** What this gateway knows of orders. */
  of(orders: CommerceOrder[]): Promise<Map<string, OrderCare>>
  /** Whether WeChat says that it was received. @throws Refusal `wechat_unavailable` */
  isReceived(order: CommerceOrder): Promise<boolean>
  payments: Pick<PaymentBook, 'byOutTradeNo'>
  clock: Clock
  times: CareTimes
  log: FastifyBaseLogger
}

const BATCH = 100

/**
 * Orders that become received without a word to this shop: when WeChat says that their shoppers have said so there, or when enough time
 * has passed. An after-sale that goes on, or money on its way back, puts off either.
 */
export function createReceipts({ backend, book, of, isReceived, payments, clock, times, log }: Needs) {
  /** The job: what was sent so long ago counts as received, and what was confirmed in WeChat is. */
  async function receiveDue(): Promise<void> {
    const moment = after(clock(), -times.receiptAfter)
    for (const id of await book.toReceive(moment, after(moment, -RECEIPT_EXTENSION), BATCH)) {
      try {
        await receive(id)
      } catch (error) {
        log.error({ err: error, orderId: id }, 'an order could not be received by itself; it is tried again')
      }
    }
  }

  async function receive(orderId: string): Promise<void> {
    const order = await backend.orders.find(orderId)
    if (!order) return
    const care = (await of([order])).get(orderId)!
    const cared = caredOf(order, care)
    const due = receiptDueAt(order, cared, times)
    const isSaid = isReceivedInWechat(care.row)
    if (due && due > clock() && !isSaid) return book.awaitReceipt(order, countedFrom(due, cared))
    // One that is paused is looked at again, too, once its after-sale is over.
    const waits = order.status === 'shipped' && order.shipments.length > 0
    if (waits && (due === null || cared.moneyMoves)) return
    // One that is not sent in full is waited for again from its next parcel on.
    if (due) await backend.orders.confirmReceipt({ locale: 'zh-CN', customer: { id: order.customerId } }, orderId)
    await book.awaitReceipt(order, null)
  }

  /** As if the last parcel had left by so much later as another one, an extension or an after-sale has put it off. */
  const countedFrom = (due: Date, { receiptExtended }: Cared) =>
    after(due, -times.receiptAfter - (receiptExtended ? RECEIPT_EXTENSION : 0))

  /** The job: asks WeChat about orders of which it may have told and nobody heard. */
  async function askWechat(): Promise<void> {
    for (let count = 0; count < BATCH; count += 1) {
      const row = await book.takeToAsk()
      if (!row) return
      const order = await backend.orders.find(row.orderId)
      if (!order) continue
      try {
        if (await isReceived(order)) await receivedInWechat(order, clock())
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // The others would fare no better, and wait for the next look.
        log.warn({ err: error, orderId: order.id }, 'WeChat could not be asked whether an order was received')
        return
      }
    }
  }

  async function receivedInWechat(order: CommerceOrder, at: Date): Promise<void> {
    // What waits in a store is received at its till, whatever WeChat's clock says.
    if (order.pickup || order.status === 'completed' || order.status === 'cancelled') return
    await book.noteReceivedInWechat(order, at)
    await receive(order.id)
  }

  /**
   * `trade_manage_order_settlement` comes when all of an order was sent, and again, with the time of its receipt, when it is settled. Which
   * of the two methods of receipt is the automatic one WeChat's page and what merchants see disagree about: both count.
   */
  const settled: WechatEventHandler = async (facts) => {
    const at = Number(facts.confirm_receive_time)
    if (!(at > 0)) return 'done'
    const payment = await payments.byOutTradeNo(String(facts.merchant_trade_no))
    const isOurs = payment && (!payment.transactionId || payment.transactionId === facts.transaction_id)
    const order = isOurs && (await backend.orders.find(payment.orderId))
    if (order) await receivedInWechat(order, new Date(at * 1000))
    else log.warn({ number: facts.merchant_trade_no }, 'WeChat says that an order was received which is not here')
    return 'done'
  }

  const events: EventHandlers = {
    'order.shipped': {
      'await-receipt': async (orderId) => {
        const order = await backend.orders.find(orderId)
        if (order) await book.awaitReceipt(order, order.status === 'completed' ? null : lastParcelOf(order), true)
      },
    },
  }

  return { receiveDue, askWechat, events, wechatEvents: { trade_manage_order_settlement: settled } }
}

function lastParcelOf({ shipments }: CommerceOrder): Date | null {
  return shipments.reduce<Date | null>((last, { shippedAt }) => (last && last > shippedAt ? last : shippedAt), null)
}
