import type {
  CancelOrder,
  Order,
  OrderAction,
  OrderCounts,
  OrderDelivery,
  OrderLine,
  OrderPage,
  OrderStatus,
  PaymentState,
  PlaceOrder,
  Shipment,
  StartedPayment,
} from '@xiaopu/contract'
import type { Carts } from './carts'
import type { Checkout } from './checkout'
import { onOrder } from './coupons'
import type { OrderCare } from './order-care'
import { orderLines } from './order-lines'
import { cutPage } from './pages'
import { Refusal } from './refusal'
import { storesOf } from './stores'
import type { View } from './words'

const PAYABLE_MS = 30 * 60_000

/** What {@link OrderCare} tells of an order is not kept with it. */
type Cared = 'receipt' | 'cancelReason' | 'reminder' | 'receiptDueAt' | 'fapiaoState'
type Kept = Omit<Order, 'serverTime' | 'actions' | Cared> & {
  shopper: string
  prepay: string
  /** Products whose review can be added to. */
  followable: Set<string>
}

const instant = (ms: number) => new Date(ms).toISOString()
function actionsOf(order: Kept): OrderAction[] {
  const { status, lines, refunded, amounts, followable } = order
  if (status === 'pending_payment') return ['pay', 'cancel']
  if (isWaiting(order)) return ['show_pickup_code', 'buy_again']
  const review: OrderAction[] = isSent(status) && lines.some(({ reviewed }) => !reviewed) ? ['review'] : []
  const received: OrderAction[] = status === 'shipped' ? ['confirm_receipt'] : []
  const afterSale: OrderAction[] = status !== 'cancelled' && refunded < amounts.total ? ['after_sale'] : []
  const followUp: OrderAction[] = followable.size > 0 ? ['follow_up'] : []
  return [...received, ...review, ...followUp, ...afterSale, 'buy_again']
}
/** Paid for, and in its store until somebody comes. */
const isWaiting = ({ status, delivery }: Kept) =>
  delivery.kind === 'pickup' && (status === 'paid' || status === 'shipped')
const waitsForReview = (order: Kept) => isSent(order.status) && order.lines.some(({ reviewed }) => !reviewed)
const holds = ({ number, lines }: Kept, q: string) =>
  [number, ...lines.map(({ name }) => name)].some((text) => text.toLowerCase().includes(q.toLowerCase()))
const isSent = (status: OrderStatus) => status === 'shipped' || status === 'completed'

/** What of the order is in no parcel yet. */
const unsent = ({ lines, shipments }: Kept): Shipment['lines'] => {
  const sent = shipments.flatMap((shipment) => shipment.lines)
  return lines
    .map(({ skuId, quantity }) => ({
      skuId,
      quantity: sent.filter((line) => line.skuId === skuId).reduce((left, line) => left - line.quantity, quantity),
    }))
    .filter(({ quantity }) => quantity > 0)
}

function storeOf({ delivery }: PlaceOrder, view: View) {
  if (delivery?.kind !== 'pickup') return null
  const { storeId, ...who } = delivery
  const { id, name, city, address, location, phone, hours } = storesOf(null, view).find((one) => one.id === storeId)!
  return { store: { id, name, city, address, location, phone, hours }, who }
}
function deliveryOf(request: PlaceOrder, number: number, view: View): OrderDelivery {
  const found = storeOf(request, view)
  if (!found) return { kind: 'parcel' }
  const { name, phone } = found.who
  const code = String(100_000_000_000 + number)
  return { kind: 'pickup', store: found.store, name, phone, code, readyAt: null, collectedAt: null }
}
function addressOf(request: PlaceOrder, view: View): Order['address'] {
  const found = storeOf(request, view)
  if (!found) return request.address!
  const { name, phone } = found.who
  const { city, address: detail } = found.store
  return { name, phone, province: city, city, district: '', detail, postalCode: null, nationalCode: null }
}

/** What the warehouse hands to the carrier; everything that has not been sent yet unless `lines` say otherwise. */
export type Parcel = Partial<Pick<Shipment, 'carrier' | 'trackingNumber' | 'lines'>>

interface Needs {
  now: () => number
  carts: Carts
  checkout: Checkout
  care: OrderCare
}

/** Orders from placing to payment, and what becomes of those nobody pays. */
export function createOrders({ now, carts, checkout, care }: Needs) {
  const orders: Kept[] = []
  const byKey = new Map<string, { request: string; order: Kept }>()

  function cancel(order: Kept, cancelledBecause: NonNullable<Order['cancelledBecause']>) {
    if (order.status === 'cancelled') return
    const paymentStatus = order.status === 'pending_payment' ? 'closed' : 'refunding'
    Object.assign(order, { status: 'cancelled', cancelledBecause, expiresAt: null, paymentStatus })
    checkout.release(order.lines, order.delivery.kind === 'pickup' ? order.delivery.store.id : null)
  }
  /** Nothing runs in the background: what is due is done when somebody looks. */
  function expireDue() {
    for (const order of orders)
      if (order.status === 'pending_payment' && order.expiresAt && Date.parse(order.expiresAt) <= now())
        cancel(order, 'expired')
  }
  const show = (kept: Kept): Order => {
    const { shopper: _shopper, prepay: _prepay, followable: _followable, ...order } = kept
    const { delivery } = order
    const shown = delivery.kind === 'pickup' && !isWaiting(kept) ? { ...delivery, code: null } : delivery
    const { actions: more, ...cared } = care.view(kept)
    const actions = care.sorted([...actionsOf(kept), ...more])
    return { ...order, ...cared, delivery: shown, serverTime: instant(now()), actions }
  }
  const mine = (shopper: string) => {
    expireDue()
    return orders.filter((order) => order.shopper === shopper)
  }
  const listed = (shopper: string) => mine(shopper).filter((order) => !care.isDeleted(order))
  const own = (shopper: string, orderId: string): Kept => {
    const order = mine(shopper).find(({ id }) => id === orderId)
    if (!order) throw new Refusal('not_found')
    return order
  }

  return {
    /** The shopper's, newest first. */
    of: (shopper: string): Order[] => mine(shopper).map(show),
    place(shopper: string, key: string | null, request: PlaceOrder, view: View): Order {
      expireDue()
      if (!key) throw new Refusal('idempotency_key_required')
      const text = JSON.stringify(request)
      const before = byKey.get(`${shopper} ${key}`)
      if (before && before.request !== text) throw new Refusal('idempotency_key_reused')
      if (before) return show(before.order)
      const lineIds = request.source.kind === 'cart' ? carts.selected(shopper).map(({ id }) => id) : []
      const { lines, amounts, coupons } = checkout.accept(shopper, request, view)
      checkout.reserve(lines, request.delivery)
      carts.bought(shopper, lineIds)
      const number = orders.length + 1
      const order: Kept = {
        shopper,
        followable: new Set(),
        prepay: `prepay_id=wx${String(number).padStart(32, '0')}`,
        id: `order-${number}`,
        number: `${instant(now()).slice(0, 10).replaceAll('-', '')}${String(number).padStart(6, '0')}`,
        status: 'pending_payment',
        cancelledBecause: null,
        placedAt: instant(now()),
        expiresAt: instant(now() + PAYABLE_MS),
        paidAt: null,
        lines: orderLines(lines, amounts.discount),
        pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        amounts,
        ...onOrder(coupons),
        shipments: [],
        delivery: deliveryOf(request, number, view),
        address: addressOf(request, view),
        ...{ fapiao: request.fapiao, remark: request.remark },
        paymentStatus: 'unpaid',
        refunded: 0,
        afterSales: [],
      }
      orders.unshift(order)
      byKey.set(`${shopper} ${key}`, { request: text, order })
      return show(order)
    },

    list(
      shopper: string,
      { status, q, cursor, limit }: { status?: OrderStatus | 'review'; q?: string; cursor?: string; limit: number },
    ): OrderPage {
      const inState = (order: Kept) =>
        status === 'review' ? waitsForReview(order) : !status || order.status === status
      const page = cutPage(
        listed(shopper).filter((order) => inState(order) && (!q || holds(order, q))),
        cursor,
        limit,
      )
      return { ...page, items: page.items.map(show) }
    },

    counts(shopper: string): OrderCounts {
      const count = (status: OrderStatus) => listed(shopper).filter((order) => order.status === status).length
      return {
        pending_payment: count('pending_payment'),
        paid: count('paid'),
        shipped: count('shipped'),
        completed: count('completed'),
        review: mine(shopper).filter(waitsForReview).length,
        afterSales: mine(shopper).flatMap(({ afterSales }) => afterSales.filter(({ open }) => open)).length,
      }
    },

    get: (shopper: string, orderId: string) => show(own(shopper, orderId)),
    /** As it is kept. @throws {Refusal} `not_found`: unknown, or somebody else's */
    own,
    noteAfterSales(orderId: string, afterSales: Order['afterSales']): void {
      for (const order of orders) if (order.id === orderId) order.afterSales = afterSales
    },
    giveBack(orderId: string, amount: number): void {
      for (const order of orders) if (order.id === orderId) order.refunded += amount
    },

    cancel(shopper: string, orderId: string, said?: CancelOrder | null): Order {
      const order = own(shopper, orderId)
      if (said && order.status === 'pending_payment') care.said(order, said)
      // A second tap finds it cancelled, which is what was asked for.
      if (order.status === 'cancelled' && order.cancelledBecause === 'shopper') return show(order)
      if (order.status !== 'pending_payment') throw new Refusal('order_not_cancellable')
      cancel(order, 'shopper')
      return show(order)
    },

    confirmReceipt(shopper: string, orderId: string): Order {
      const order = own(shopper, orderId)
      if (!isSent(order.status) || isWaiting(order)) throw new Refusal('order_not_shipped')
      order.status = 'completed'
      return show(order)
    },

    /** Notes that a product of the order has its review. @throws {Refusal} when it cannot have one */
    review(shopper: string, orderId: string, productId: string): OrderLine {
      const order = own(shopper, orderId)
      const lines = order.lines.filter((line) => line.productId === productId)
      if (!lines[0]) throw new Refusal('not_found')
      if (!isSent(order.status)) throw new Refusal('order_not_reviewable')
      if (lines[0].reviewed) throw new Refusal('already_reviewed')
      for (const line of lines) line.reviewed = true
      order.followable.add(productId)
      return lines[0]
    },
    /** Notes that something was added to a review. @throws {Refusal} when nothing can be */
    followUp(shopper: string, orderId: string, productId: string): void {
      if (!own(shopper, orderId).followable.delete(productId)) throw new Refusal('follow_up_closed')
    },
    followable: (shopper: string, orderId: string): ReadonlySet<string> => own(shopper, orderId).followable,

    /** The order is `shipped` once everything has been sent; until then it stays as it is. */
    send(order: Kept, { carrier = '顺丰速运', trackingNumber, lines }: Parcel): void {
      const left = unsent(order)
      const id = `shipment-${order.id}-${order.shipments.length + 1}`
      const number = trackingNumber === undefined ? `SF${order.number}` : trackingNumber
      order.shipments.push({ id, carrier, trackingNumber: number, shippedAt: instant(now()), lines: lines ?? left })
      if (unsent(order).length === 0) order.status = 'shipped'
    },

    /** @throws {Error} for an order that comes as a parcel */
    handOver(order: Kept, step: 'readyAt' | 'collectedAt'): void {
      if (order.delivery.kind !== 'pickup') throw new Error(`${order.id} is not picked up`)
      order.delivery[step] = instant(now())
      order.status = step === 'readyAt' ? 'shipped' : 'completed'
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
