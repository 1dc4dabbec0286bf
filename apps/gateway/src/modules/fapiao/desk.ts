import {
  type CommerceBackend,
  type Order as CommerceOrder,
  canRequestFapiao,
  type ShopperContext,
} from '@xiaopu/commerce'
import { type FapiaoRequest, MAX_FAPIAO_BYTES, type WaitingFapiao } from '@xiaopu/contract'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { Payments } from '../payments/service'
import type { FapiaoBook } from './book'

interface Needs {
  backend: CommerceBackend
  payments: Pick<Payments, 'statusesOf'>
  book: FapiaoBook
  clock: Clock
}

export type FapiaoDesk = ReturnType<typeof createFapiaoDesk>

const MOST_WAITING = 100

/** The fapiao of orders: asked for, and handed over. Making them is the tax platform's business. */
export function createFapiaoDesk({ backend, payments, book, clock }: Needs) {
  /** @throws Refusal `not_found`, `fapiao_requested`, `fapiao_not_possible` */
  async function request(context: ShopperContext, orderId: string, wanted: FapiaoRequest): Promise<void> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    // Asked for with the order, and not paid: it waits for that.
    if (order.fapiao && !order.paidAt) throw new Refusal('fapiao_requested')
    const payment = (await payments.statusesOf([order])).get(orderId)
    const moneyMoves = payment === 'refunding' || payment === 'refund_failed'
    if (!canRequestFapiao(order, { moneyMoves }, clock())) throw new Refusal('fapiao_not_possible')
    await noteOrdered(order)
    if (!(await book.request(order, wanted))) throw new Refusal('fapiao_requested')
  }

  /** What was asked for with the order waits once it is paid. */
  async function noteOrdered(order: CommerceOrder): Promise<void> {
    const { fapiao, paidAt, status, amounts } = order
    if (fapiao && paidAt && status !== 'cancelled' && amounts.total > 0) await book.note(order, fapiao, paidAt)
  }

  async function waiting(): Promise<WaitingFapiao[]> {
    const rows = await book.waiting(MOST_WAITING)
    const orders = await Promise.all(rows.map(({ orderId }) => backend.orders.find(orderId)))
    return rows.flatMap(({ orderId, request: fapiao, requestedAt }, place) => {
      const order = orders[place]
      if (!order) return []
      // What went back is not sold: a fapiao is for the rest.
      const total = order.amounts.total - order.refunded
      if (total <= 0) return []
      return [{ orderId, orderNumber: order.number, total, requestedAt: requestedAt.toISOString(), fapiao }]
    })
  }

  /** @throws Refusal `not_found`, `fapiao_not_requested`, `payload_too_large`, `validation_failed` for what is no PDF */
  async function issue(orderId: string, issued: { number: string; link: string | null; pdf: string | null }) {
    const order = await backend.orders.find(orderId)
    if (!order) throw notFound('order')
    const pdf = issued.pdf === null ? null : pdfOf(issued.pdf)
    await noteOrdered(order)
    if (!(await book.issue(orderId, { ...issued, pdf }))) throw new Refusal('fapiao_not_requested')
  }

  /** Said again it is said anew. @throws Refusal `not_found`, `fapiao_not_requested`, `fapiao_issued` */
  async function refuse(orderId: string, reason: string): Promise<void> {
    const order = await backend.orders.find(orderId)
    if (!order) throw notFound('order')
    await noteOrdered(order)
    if (await book.refuse(orderId, reason)) return
    throw new Refusal((await book.ofOrders([orderId])).size > 0 ? 'fapiao_issued' : 'fapiao_not_requested')
  }

  const events: EventHandlers = {
    'order.paid': {
      'note-fapiao': async (orderId) => {
        const order = await backend.orders.find(orderId)
        if (order) await noteOrdered(order)
      },
    },
    'order.cancelled': { 'drop-fapiao': book.drop },
  }

  return { request, waiting, issue, refuse, events }
}

/** A file that only claims to be a PDF would be opened on the shopper's phone. */
function pdfOf(base64: string): Buffer {
  const pdf = Buffer.from(base64, 'base64')
  if (pdf.length > MAX_FAPIAO_BYTES) throw new Refusal('payload_too_large')
  const whole = pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-1024).includes('%%EOF')
  if (!whole) throw new Refusal('validation_failed', { fields: [{ path: 'body.pdf', message: 'a whole PDF' }] })
  return pdf
}
