import {
  type CareTimes,
  type CommerceBackend,
  type Order as CommerceOrder,
  canDelete,
  receiptDueAt,
  remindingProblem,
  type ShopperContext,
} from '@xiaopu/commerce'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { Cases } from '../after-sales/cases'
import type { FapiaoBook } from '../fapiao/book'
import type { Payments } from '../payments/service'
import type { CareBook } from './book'
import { caredOf, type OrderCare, reminderOf } from './views'

interface Needs {
  backend: CommerceBackend
  payments: Pick<Payments, 'statusesOf'>
  book: CareBook
  fapiao: Pick<FapiaoBook, 'ofOrders'>
  afterSales: Pick<Cases, 'pausesOf'>
  clock: Clock
  times: CareTimes
}

export type OrdersCare = ReturnType<typeof createOrderCare>

const MOST_REMINDERS = 100

/** Reminding, extending, deleting: the same with every shop system. */
export function createOrderCare({ backend, payments, book, fapiao, afterSales, clock, times }: Needs) {
  async function of(orders: CommerceOrder[]): Promise<Map<string, OrderCare>> {
    const ids = orders.map(({ id }) => id)
    const [rows, requests, statuses, pauses] = await Promise.all([
      book.ofOrders(ids),
      fapiao.ofOrders(ids),
      payments.statusesOf(orders),
      afterSales.pausesOf(ids),
    ])
    return new Map(
      ids.map((id) => [
        id,
        {
          ...{ row: rows.get(id), fapiao: requests.get(id), payment: statuses.get(id)! },
          ...{ pauses: pauses.get(id) ?? [], times },
        },
      ]),
    )
  }

  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function own(context: ShopperContext, orderId: string) {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    return { order, cared: caredOf(order, (await of([order])).get(orderId)!) }
  }

  /** @throws Refusal `not_found`, `order_not_waiting`, `too_early_to_remind`, `reminded_today` */
  async function remind(context: ShopperContext, orderId: string): Promise<void> {
    const { order, cared } = await own(context, orderId)
    const problem = remindingProblem(order, cared, times, clock())
    if (problem === 'not_waiting') throw new Refusal('order_not_waiting')
    if (problem === 'too_early') throw new Refusal('too_early_to_remind')
    if (problem === 'reminded' || !(await book.remind(order))) throw new Refusal('reminded_today')
  }

  /** @throws Refusal `not_found`, `order_not_shipped`, `receipt_extended` */
  async function extend(context: ShopperContext, orderId: string): Promise<void> {
    const { order, cared } = await own(context, orderId)
    if (!receiptDueAt(order, cared, times)) throw new Refusal('order_not_shipped')
    if (!(await book.extend(order))) throw new Refusal('receipt_extended')
  }

  /** Deleting it again changes nothing. @throws Refusal `not_found`, `order_not_over` */
  async function remove(context: ShopperContext, orderId: string): Promise<void> {
    const { order, cared } = await own(context, orderId)
    if (!canDelete(order, cared)) throw new Refusal('order_not_over')
    await book.hide(order)
  }

  /** Paid orders whose shoppers have asked where they are. */
  async function reminders() {
    const rows = await book.reminded(MOST_REMINDERS)
    const orders = await Promise.all(rows.map(({ orderId }) => backend.orders.find(orderId)))
    return rows.flatMap((row, place) => {
      const order = orders[place]
      const reminder = reminderOf(row)
      if (order?.status !== 'paid' || !reminder) return []
      const { id: orderId, number: orderNumber, paidAt } = order
      return [{ orderId, orderNumber, paidAt: paidAt?.toISOString() ?? null, reminder }]
    })
  }

  const events: EventHandlers = {
    'order.shipped': {
      'forget-reminders': async (orderId) => {
        const order = await backend.orders.find(orderId)
        if (order && order.status !== 'paid') await book.forgetReminders(orderId)
      },
    },
    'order.cancelled': { 'forget-reminders': book.forgetReminders },
  }

  return {
    of,
    remind,
    extend,
    remove,
    reminders,
    events,
    noteCancel: book.noteCancel,
    hiddenOf: book.hiddenOf,
  }
}
