import type {
  CancelOrder,
  FapiaoRequest,
  FapiaoState,
  Order,
  OrderAction,
  ParcelStatus,
  ParcelTrace,
} from '@xiaopu/contract'
import { Refusal } from './refusal'

const DAY = 86_400_000
const REMIND_AFTER = DAY
const RECEIPT_AFTER = 10 * DAY
const EXTENSION = 7 * DAY
const FAPIAO_WITHIN = 180 * DAY

const WANTED: readonly OrderAction[] = [
  ...([
    'pay',
    'show_pickup_code',
    'confirm_receipt',
    'remind',
    'review',
    'follow_up',
    'after_sale',
    'buy_again',
  ] as const),
  ...(['extend_receipt', 'request_fapiao', 'cancel', 'delete'] as const),
]
const rank = (action: OrderAction) => WANTED.indexOf(action)

/** An order as far as it matters here. */
export type CaredOrder = Pick<
  Order,
  'id' | 'status' | 'delivery' | 'cancelledBecause' | 'paidAt' | 'shipments' | 'amounts' | 'fapiao' | 'paymentStatus'
>

interface Care {
  said?: CancelOrder
  reminder?: NonNullable<Order['reminder']>
  extended?: true
  deleted?: true
  /** WeChat was told that it was sent; and its shopper has said there that it arrived. */
  told?: true
  received?: true
  fapiao?: FapiaoState & { request: FapiaoRequest | null }
}

/** A fapiao as the shop hands it over; `mailed`: to the address that was given as well. */
export interface Made {
  link: string
  document: boolean
  mailed?: boolean
}

type CareView = Pick<Order, 'receipt' | 'cancelReason' | 'reminder' | 'receiptDueAt' | 'fapiao' | 'fapiaoState'> & {
  actions: OrderAction[]
}

/** What is done with orders besides buying them. */
export function createOrderCare({ now }: { now: () => number }) {
  const cares = new Map<string, Care>()
  const travelled = new Map<string, { status: ParcelStatus; at: string }[]>()
  const untraceable = new Set<string>()

  const of = (id: string): Care => {
    const care = cares.get(id) ?? {}
    cares.set(id, care)
    return care
  }
  const instant = (ms = now()) => new Date(ms).toISOString()
  const since = (at: string) => now() - Date.parse(at)
  const moneyMoves = ({ paymentStatus }: CaredOrder) =>
    paymentStatus === 'refunding' || paymentStatus === 'refund_failed'
  const isOver = (order: CaredOrder) =>
    (order.status === 'completed' || order.status === 'cancelled') && !moneyMoves(order)

  function remindingProblem(order: CaredOrder) {
    if (order.status !== 'paid' || !order.paidAt || order.delivery.kind === 'pickup' || moneyMoves(order))
      return 'order_not_waiting'
    if (since(order.paidAt) < REMIND_AFTER) return 'too_early_to_remind'
    const { reminder } = of(order.id)
    return reminder && since(reminder.last) < DAY ? 'reminded_today' : null
  }
  function canRequest(order: CaredOrder) {
    const inTime = order.paidAt !== null && since(order.paidAt) <= FAPIAO_WITHIN
    return inTime && order.status !== 'cancelled' && order.amounts.total > 0 && !moneyMoves(order)
  }
  function dueAt({ id, status, shipments }: CaredOrder) {
    if (status !== 'shipped' || shipments.length === 0) return null
    const last = Math.max(...shipments.map(({ shippedAt }) => Date.parse(shippedAt)))
    return instant(last + RECEIPT_AFTER + (of(id).extended ? EXTENSION : 0))
  }
  function fapiaoStateOf(order: CaredOrder): FapiaoState | null {
    const { fapiao: asked } = of(order.id)
    if (asked) {
      const { request: _, ...state } = asked
      return state
    }
    if (!order.fapiao || !order.paidAt || order.status === 'cancelled') return null
    const nothing = { issuedAt: null, number: null, link: null, document: false }
    return { status: 'requested', requestedAt: order.paidAt, ...nothing }
  }
  function actionsOf(order: CaredOrder): OrderAction[] {
    const { extended, deleted, fapiao } = of(order.id)
    return [
      ...(remindingProblem(order) === null ? (['remind'] as const) : []),
      ...(dueAt(order) && !extended ? (['extend_receipt'] as const) : []),
      ...((fapiao ? fapiao.refusal : !order.fapiao) && canRequest(order) ? (['request_fapiao'] as const) : []),
      ...(!deleted && isOver(order) ? (['delete'] as const) : []),
    ]
  }

  return {
    view(order: CaredOrder): CareView {
      const { said, reminder, fapiao, told } = of(order.id)
      const isTold = told && order.status === 'shipped' && order.delivery.kind === 'parcel'
      return {
        receipt: isTold ? { transactionId: `4200000${order.id}` } : null,
        cancelReason: order.cancelledBecause === 'shopper' ? (said ?? null) : null,
        reminder: order.status === 'paid' ? (reminder ?? null) : null,
        receiptDueAt: dueAt(order),
        fapiao: fapiao?.request ?? order.fapiao,
        fapiaoState: fapiaoStateOf(order),
        actions: actionsOf(order),
      }
    },
    /** The most wanted first. */
    sorted: (actions: OrderAction[]) => [...actions].sort((one, other) => rank(one) - rank(other)),
    isDeleted: ({ id }: CaredOrder) => of(id).deleted === true,

    tellWechat(orderId: string): void {
      of(orderId).told = true
    },
    receiveInWechat(orderId: string): void {
      of(orderId).received = true
    },
    isReceived: (orderId: string) => of(orderId).received === true,

    said(order: CaredOrder, said: CancelOrder): void {
      of(order.id).said ??= said
    },
    remind(order: CaredOrder): void {
      const problem = remindingProblem(order)
      if (problem) throw new Refusal(problem)
      const care = of(order.id)
      const { since: first = instant(), times = 0 } = care.reminder ?? {}
      care.reminder = { since: first, last: instant(), times: times + 1 }
    },
    extend(order: CaredOrder): void {
      if (!dueAt(order)) throw new Refusal('order_not_shipped')
      if (of(order.id).extended) throw new Refusal('receipt_extended')
      of(order.id).extended = true
    },
    remove(order: CaredOrder): void {
      if (!isOver(order)) throw new Refusal('order_not_over')
      of(order.id).deleted = true
    },
    requestFapiao(order: CaredOrder, request: FapiaoRequest): void {
      const { fapiao: before } = of(order.id)
      if (before ? !before.refusal : order.fapiao) throw new Refusal('fapiao_requested')
      if (!canRequest(order)) throw new Refusal('fapiao_not_possible')
      const nothing = { issuedAt: null, number: null, link: null, document: false }
      of(order.id).fapiao = { request, status: 'requested', requestedAt: instant(), ...nothing }
    },
    /** The shop hands it over. */
    issueFapiao(order: CaredOrder, { mailed = false, ...made }: Made): void {
      const { requestedAt = instant() } = fapiaoStateOf(order) ?? {}
      const request = of(order.id).fapiao?.request ?? null
      const number = '26312000000012345678'
      const issuedAt = instant()
      const mailedAt = mailed ? issuedAt : null
      of(order.id).fapiao = { request, status: 'issued', requestedAt, issuedAt, number, mailedAt, ...made }
    },

    /** The shop does not issue it, and says why. */
    refuseFapiao(order: CaredOrder, refusal: string): void {
      const { requestedAt = instant() } = fapiaoStateOf(order) ?? {}
      const nothing = { issuedAt: null, number: null, link: null, document: false }
      const request = of(order.id).fapiao?.request ?? null
      of(order.id).fapiao = { request, status: 'requested', requestedAt, ...nothing, refusal }
    },

    /** The carrier has something to say. */
    move(trackingNumber: string, status: ParcelStatus): void {
      travelled.set(trackingNumber, [{ status, at: instant() }, ...(travelled.get(trackingNumber) ?? [])])
    },
    /** WeChat does not know the carrier, or does not answer. */
    loseTrack: (trackingNumber: string) => void untraceable.add(trackingNumber),
    trace({ shipments }: CaredOrder, shipmentId: string): ParcelTrace {
      const parcel = shipments.find(({ id }) => id === shipmentId)
      if (!parcel) throw new Refusal('not_found')
      const { carrier, trackingNumber, shippedAt } = parcel
      const seen = travelled.get(trackingNumber ?? '') ?? []
      const traced = !trackingNumber || untraceable.has(trackingNumber) ? 'no' : seen.length > 0 ? 'yes' : 'not_yet'
      return { shipmentId, carrier, trackingNumber, traced, events: [...seen, { status: 'sent', at: shippedAt }] }
    },
  }
}

export type OrderCare = ReturnType<typeof createOrderCare>
