import type {
  Order,
  OrderAction,
  OrderCounts,
  OrderPage,
  OrderStatus,
  PaymentState,
  PlaceOrder,
  StartedPayment,
} from '@xiaopu/contract'
import type { Carts } from './carts'
import type { Checkout } from './checkout'
import { cutPage } from './pages'
import { Refusal } from './refusal'
import type { View } from './words'

const PAYABLE_MS = 30 * 60_000

type Kept = Omit<Order, 'serverTime' | 'actions'> & { shopper: string; prepay: string }

const instant = (ms: number) => new Date(ms).toISOString()
const actions: Record<OrderStatus, OrderAction[]> = {
  pending_payment: ['pay', 'cancel'],
  paid: ['buy_again'],
  shipped: ['buy_again'],
  completed: ['buy_again'],
  cancelled: ['buy_again'],
}

/** Orders from placing to payment, and what becomes of those nobody pays. */
export function createOrders({ now, carts, checkout }: { now: () => number; carts: Carts; checkout: Checkout }) {
  const orders: Kept[] = []
  const byKey = new Map<string, { request: string; order: Kept }>()

  function cancel(order: Kept, cancelledBecause: NonNullable<Order['cancelledBecause']>) {
    if (order.status === 'cancelled') return
    const paymentStatus = order.status === 'pending_payment' ? 'closed' : 'refunding'
    Object.assign(order, { status: 'cancelled', cancelledBecause, expiresAt: null, paymentStatus })
    checkout.release(order.lines)
  }
  /** Nothing runs in the background: what is due is done when somebody looks. */
  function expireDue() {
    for (const order of orders)
      if (order.status === 'pending_payment' && order.expiresAt && Date.parse(order.expiresAt) <= now())
        cancel(order, 'expired')
  }
  const show = ({ shopper: _shopper, prepay: _prepay, ...order }: Kept): Order => ({
    ...order,
    serverTime: instant(now()),
    actions: actions[order.status],
  })
  const mine = (shopper: string) => {
    expireDue()
    return orders.filter((order) => order.shopper === shopper)
  }
  const own = (shopper: string, orderId: string): Kept => {
    const order = mine(shopper).find(({ id }) => id === orderId)
    if (!order) throw new Refusal('not_found')
    return order
  }

  return {
    place(shopper: string, key: string | null, request: PlaceOrder, view: View): Order {
      expireDue()
      if (!key) throw new Refusal('idempotency_key_required')
      const text = JSON.stringify(request)
      const before = byKey.get(`${shopper} ${key}`)
      if (before && before.request !== text) throw new Refusal('idempotency_key_reused')
      if (before) return show(before.order)
      const lineIds = request.source.kind === 'cart' ? carts.selected(shopper).map(({ id }) => id) : []
      const { lines, amounts } = checkout.accept(shopper, request, view)
      checkout.reserve(lines)
      carts.bought(shopper, lineIds)
      const number = orders.length + 1
      const order: Kept = {
        shopper,
        prepay: `prepay_id=wx${String(number).padStart(32, '0')}`,
        id: `order-${number}`,
        number: `${instant(now()).slice(0, 10).replaceAll('-', '')}${String(number).padStart(6, '0')}`,
        status: 'pending_payment',
        cancelledBecause: null,
        placedAt: instant(now()),
        expiresAt: instant(now() + PAYABLE_MS),
        paidAt: null,
        lines: lines.map(({ status: _status, available: _available, ...line }) => line),
        pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        amounts,
        address: request.address,
        fapiao: request.fapiao,
        remark: request.remark,
        paymentStatus: 'unpaid',
      }
      orders.unshift(order)
      byKey.set(`${shopper} ${key}`, { request: text, order })
      return show(order)
    },

    list(
      shopper: string,
      { status, cursor, limit }: { status?: OrderStatus; cursor?: string; limit: number },
    ): OrderPage {
      const page = cutPage(
        mine(shopper).filter((order) => !status || order.status === status),
        cursor,
        limit,
      )
      return { ...page, items: page.items.map(show) }
    },

    counts(shopper: string): OrderCounts {
      const count = (status: OrderStatus) => mine(shopper).filter((order) => order.status === status).length
      const [pending_payment, paid] = [count('pending_payment'), count('paid')]
      return { pending_payment, paid, shipped: count('shipped'), completed: count('completed') }
    },

    get: (shopper: string, orderId: string) => show(own(shopper, orderId)),

    cancel(shopper: string, orderId: string): Order {
      const order = own(shopper, orderId)
      // A second tap finds it cancelled, which is what was asked for.
      if (order.status === 'cancelled' && order.cancelledBecause === 'shopper') return show(order)
      if (order.status !== 'pending_payment') throw new Refusal('order_not_cancellable')
      cancel(order, 'shopper')
      return show(order)
    },

    startPayment(shopper: string, orderId: string): StartedPayment {
      const order = own(shopper, orderId)
      if (order.status === 'cancelled') throw new Refusal('order_not_payable')
      if (order.status !== 'pending_payment') return { status: 'settled' }
      const timeStamp = String(Math.floor(now() / 1000))
      return {
        status: 'ready',
        params: {
          timeStamp,
          nonceStr: `nonce${order.number}`,
          package: order.prepay,
          signType: 'RSA',
          paySign: 'c2lnbmVk',
        },
      }
    },

    payment(shopper: string, orderId: string): PaymentState {
      const { paymentStatus, status, amounts } = own(shopper, orderId)
      return { status: paymentStatus, orderStatus: status, amount: amounts.total, checkedAt: instant(now()) }
    },

    /** For what happens outside the shopper's calls. @throws {Error} for an order there is not */
    kept(found: (order: Kept) => boolean, asked: string): Kept {
      expireDue()
      const order = orders.find(found)
      if (!order) throw new Error(`the fake shop has no order for ${asked}`)
      return order
    },
    all: () => {
      expireDue()
      return orders.map(show)
    },
    cancelFor: cancel,
  }
}

export type Orders = ReturnType<typeof createOrders>
export type KeptOrder = Kept
