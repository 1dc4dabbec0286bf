import { type Order, type Refundable, refundable, type TakenBack } from '@xiaopu/commerce'
import type { AfterSaleKind, AfterSaleReason } from '@xiaopu/contract'
import { after } from '../../clock'
import type { Payment } from '../payments/book'
import { hasTaken, moneyLeft } from '../payments/money-left'
import type { Refund } from '../payments/refund-book'
import { type AfterSaleRow, isCounted } from './book'

/** What is known of an order when it is asked what can still go back. */
export interface OrderCase {
  order: Order
  payment: Payment | undefined
  afterSales: AfterSaleRow[]
  refunds: Refund[]
  receivedAt: Date | undefined
}

export interface Left extends Refundable {
  /** null: nothing has ended it yet. */
  until: Date | null
  /** It is paid, and its time has not passed. */
  isOpen: boolean
  /** fen that can still go back in all. */
  money: number
}

/** What can still be asked for of an order, and how much money is left of it. */
export function leftOf(
  { order, payment, afterSales, refunds, receivedAt }: OrderCase,
  windowMs: number,
  now: Date,
): Left {
  const counted = afterSales.filter(isCounted)
  const ours = new Set(afterSales.map(({ outRefundNo }) => outRefundNo))
  const counting = refunds.filter(({ state }) => state !== 'closed')
  const byMerchant = counting.filter(({ outRefundNo, lines }) => lines.length > 0 && !ours.has(outRefundNo))
  const until = order.status === 'completed' ? after(receivedAt ?? lastSign(order), windowMs) : null
  const isAlive = order.status === 'paid' || order.status === 'shipped' || order.status === 'completed'
  const money = moneyLeft(payment, refunds, order.refunded)
  const asked = sumOf(counted.filter(({ outRefundNo }) => outRefundNo === null).map(moneyOf))
  return {
    ...refundable({ ...order, shipments: handedOver(order) }, [...counted.map(takenBy), ...byMerchant.map(sentBack)]),
    until,
    // All of the money is back, or on its way: what is kept is a present.
    isOpen: isAlive && (until === null || now < until) && !(payment && hasTaken(payment) && money === 0),
    money: Math.max(0, money - asked),
  }
}

/** What left the shop: in parcels, or over the counter. */
const handedOver = ({ lines, shipments, pickup }: Order): Pick<Order['shipments'][number], 'lines'>[] =>
  pickup?.collectedAt ? [{ lines }] : shipments

/** When an order of before we took note of receipts was on its way at the latest. */
const lastSign = ({ pickup, shipments, paidAt, placedAt }: Order): Date =>
  pickup?.collectedAt ?? shipments.at(-1)?.shippedAt ?? paidAt ?? placedAt

/** An exchange that is open may still end in money. */
const moneyOf = ({ kind, asked, granted, lines }: AfterSaleRow): number =>
  granted ?? (kind === 'exchange' ? sumOf(lines.map(({ worth }) => worth)) : asked)

function takenBy(row: AfterSaleRow): TakenBack {
  let rest = moneyOf(row)
  const lines = row.lines.map(({ skuId, quantity, worth }) => {
    const amount = Math.min(rest, worth)
    rest -= amount
    return { skuId, quantity, amount }
  })
  return { lines, settled: row.outRefundNo !== null, sentBack: row.kind !== 'refund' }
}

const sentBack = ({ lines, restock }: Refund): TakenBack => ({
  lines: lines.map((line) => ({ ...line, amount: 0 })),
  settled: true,
  sentBack: restock,
})

/** Pieces of a line that a kind can be asked for: what was not sent cannot be sent back. */
export const mostPieces = (kind: AfterSaleKind, { pieces, sent }: Refundable['lines'][number]): number =>
  kind === 'refund' ? pieces : sent

/** Kinds that something can be asked for by. */
export function kindsOf({ isOpen, lines, money }: Left): AfterSaleKind[] {
  if (!isOpen) return []
  const worth = (kind: AfterSaleKind) =>
    money > 0 && lines.some((line) => (line.amounts[mostPieces(kind, line) - 1] ?? 0) > 0)
  const kinds: AfterSaleKind[] = []
  if (worth('refund')) kinds.push('refund')
  if (worth('return')) kinds.push('return')
  if (lines.some(({ sent }) => sent > 0)) kinds.push('exchange')
  return kinds
}

const BEFORE_SENT: AfterSaleReason[] = ['changed_mind', 'ordered_wrong', 'too_slow', 'other']
const REASONS: Record<AfterSaleKind, AfterSaleReason[]> = {
  refund: ['not_received', 'missing', 'damaged', 'faulty', 'not_as_described', 'other'],
  return: ['changed_mind', 'ordered_wrong', 'damaged', 'faulty', 'wrong_goods', 'not_as_described', 'other'],
  exchange: ['ordered_wrong', 'damaged', 'faulty', 'wrong_goods', 'not_as_described', 'other'],
}

export const reasonsFor = (kind: AfterSaleKind, order: Order): AfterSaleReason[] => {
  if (kind !== 'refund') return REASONS[kind]
  return handedOver(order).length === 0 ? BEFORE_SENT : [...new Set([...BEFORE_SENT.slice(0, 3), ...REASONS.refund])]
}

export const sumOf = (figures: number[]): number => figures.reduce((sum, figure) => sum + figure, 0)
