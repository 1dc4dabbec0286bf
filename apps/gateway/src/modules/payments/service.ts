import {
  type CommerceBackend,
  type Order,
  orderActions,
  type PaymentState as RowState,
  type ShopperContext,
} from '@xiaopu/commerce'
import type { PaymentState, PaymentStatus, StartedPayment } from '@xiaopu/contract'
import { truncateDescription, type WechatPay, WechatPayError } from '@xiaopu/wechat'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { Outage } from '../../commerce/outage'
import { notFound, Refusal } from '../../http/refusal'
import { isOpen, type Payment, type PaymentBook } from './book'
import type { Closing } from './closing'
import type { Settlement } from './settlement'

interface Needs {
  backend: CommerceBackend
  pay: Pick<WechatPay, 'createPrepay' | 'paymentParams'>
  book: PaymentBook
  settlement: Settlement
  closing: Closing
  /** The payer's openid, of the shopper's id. */
  openidOf(shopperId: string): Promise<string>
  outage: Outage
  clock: Clock
  log: FastifyBaseLogger
  notifyUrl: string
}

export type Payments = ReturnType<typeof createPayments>

/** A shopper who looks at the result page asks again and again; WeChat is asked once a second at most. */
const ASK_EVERY = 1_000
/** What no callback has told within a minute is asked for, once a minute. */
const SILENT = 60_000
const BATCH = 50

/** Paying an order, as far as shoppers and jobs see it. */
export function createPayments({
  backend,
  pay,
  book,
  settlement,
  closing,
  openidOf,
  outage,
  clock,
  log,
  notifyUrl,
}: Needs) {
  /**
   * The signed parameters of `wx.requestPayment`, or that there is nothing to pay. Calling it again is fine: it is the
   * same payment order at WeChat.
   *
   * @throws Refusal `not_found`, `order_not_payable`, `wechat_unavailable`
   */
  async function start(context: ShopperContext, orderId: string): Promise<StartedPayment> {
    const order = await ownOrder(context, orderId)
    if (isPaid(order)) return { status: 'settled' }
    if (!orderActions(order, clock(), { unreviewed: false, afterSale: false }).includes('pay'))
      throw new Refusal('order_not_payable')
    if (order.amounts.total === 0) return settleFree(order)
    const payment = await openPayment(order)
    // Whoever cancels from here on finds the payment and closes it; who was faster is seen here.
    const now = await backend.orders.find(orderId)
    if (now?.status === 'cancelled') await closing.closeAtWechat(payment)
    if (now?.status !== 'pending_payment' || payment.state === 'closed') return settledOrRefused(now)
    return prepay(payment)
  }

  async function settleFree(order: Order): Promise<StartedPayment> {
    const { outcome } = await backend.orders.markPaid(order.id, { transactionId: null, amount: 0, paidAt: clock() })
    if (outcome === 'not_payable') throw new Refusal('order_not_payable')
    return { status: 'settled' }
  }

  async function openPayment(order: Order): Promise<Payment> {
    if (!order.expiresAt) throw new Error('an unpaid order has no end')
    const first = order.lines[0]?.name ?? order.number
    const description = truncateDescription(order.lines.length > 1 ? `${first} 等 ${order.lines.length} 件商品` : first)
    return book.open(order, {
      openid: await openidOf(order.customerId),
      description,
      notifyUrl,
      payUntil: order.expiresAt,
    })
  }

  function settledOrRefused(order: Order | null): StartedPayment {
    if (order && isPaid(order)) return { status: 'settled' }
    throw new Refusal('order_not_payable')
  }

  async function prepay(payment: Payment): Promise<StartedPayment> {
    const { outTradeNo, description, amount: amountFen, openid, payUntil: timeExpire } = payment
    try {
      const prepay = { outTradeNo, description, amountFen, openid, timeExpire, notifyUrl: payment.notifyUrl }
      const { prepayId } = await pay.createPrepay(prepay)
      const { state } = await book.advance(payment.orderId, 'prepay')
      if (state === 'prepaid') return { status: 'ready', params: pay.paymentParams(prepayId) }
    } catch (error) {
      if (!(error instanceof WechatPayError)) throw error
      return afterRefusedPrepay(payment, error)
    }
    // It was cancelled or paid while WeChat was asked.
    const order = await backend.orders.find(payment.orderId)
    if (order?.status === 'cancelled') await closing.closeAtWechat({ ...payment, state: 'prepaid' })
    return settledOrRefused(order)
  }

  async function afterRefusedPrepay(payment: Payment, error: WechatPayError): Promise<StartedPayment> {
    switch (error.code) {
      case 'ORDER_PAID':
      case 'ORDERPAID': {
        const settled = await settlement.ask(payment)
        return settledOrRefused(settled.outcome === 'unpaid' ? null : settled.order)
      }
      case 'ORDER_CLOSED':
        throw new Refusal('order_not_payable')
      default:
        // Its time ran out between our look at the clock and WeChat's.
        if (payment.payUntil <= clock()) throw new Refusal('order_not_payable')
        throw new Refusal('wechat_unavailable', {}, { cause: error })
    }
  }

  /** Whether it is paid. When nobody has said, WeChat is asked; when WeChat is away, what is known is answered. */
  async function state(context: ShopperContext, orderId: string): Promise<PaymentState> {
    let order = await ownOrder(context, orderId)
    const payment = await book.ofOrder(orderId)
    if (payment && isOpen(payment) && (await book.mayAsk(orderId, ASK_EVERY))) {
      await askAbout(payment)
      order = await ownOrder(context, orderId)
    }
    const known = await book.ofOrder(orderId)
    const asked = known && isOpen(known) ? known.askedAt : null
    return {
      status: statusOf(order, known),
      orderStatus: order.status,
      amount: order.amounts.total,
      checkedAt: (asked ?? clock()).toISOString(),
    }
  }

  async function askAbout(payment: Payment): Promise<void> {
    try {
      await settlement.ask(payment)
    } catch (error) {
      if (outage.missed(error)) return
      log.warn({ err: error, orderId: payment.orderId }, 'WeChat could not be asked about a payment')
    }
  }

  /** The job: finds out about payments that no callback has told of. */
  async function reconcile(): Promise<void> {
    for (const payment of await book.silent(SILENT, BATCH)) {
      if (await book.mayAsk(payment.orderId, ASK_EVERY)) await askAbout(payment)
    }
  }

  async function statusesOf(orders: Order[]): Promise<Map<string, PaymentStatus>> {
    const rows = new Map((await book.ofOrders(orders.map(({ id }) => id))).map((row) => [row.orderId, row]))
    return new Map(orders.map((order) => [order.id, statusOf(order, rows.get(order.id))]))
  }

  /** fen that WeChat has given back, by order. */
  async function refundedOf(orders: Order[]): Promise<Map<string, number>> {
    return book.givenBack(orders.map(({ id }) => id))
  }

  async function ownOrder(context: ShopperContext, orderId: string): Promise<Order> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    return order
  }

  return { start, state, reconcile, statusesOf, refundedOf, closeAndCancel: closing.closeAndCancel }
}

const isPaid = ({ status }: Order) => status === 'paid' || status === 'shipped' || status === 'completed'

const STATUS: Record<RowState, PaymentStatus> = {
  created: 'unpaid',
  prepaid: 'unpaid',
  paid: 'paid',
  closed: 'closed',
  refunding: 'refunding',
  refunded: 'refunded',
  refund_failed: 'refund_failed',
}

/** An order without a payment has never been near WeChat: free, not yet tried, or cancelled before. */
export function statusOf(order: Order, payment: Payment | undefined): PaymentStatus {
  if (payment && !(isOpen(payment) && isPaid(order))) return STATUS[payment.state]
  if (isPaid(order)) return 'paid'
  return order.status === 'cancelled' ? 'closed' : 'unpaid'
}
