import {
  type CareAction,
  type Cared,
  type CareTimes,
  type Order as CommerceOrder,
  careActions,
  type Pause,
  receiptDueAt,
} from '@xiaopu/commerce'
import type { Order, PaymentStatus, Reminder } from '@xiaopu/contract'
import { type FapiaoRow, fapiaoState } from '../fapiao/views'
import type { CareRow } from './book'

/** What this gateway itself knows of an order. */
export interface OrderCare {
  row: CareRow | undefined
  fapiao: FapiaoRow | undefined
  payment: PaymentStatus
  pauses: readonly Pause[]
  times: CareTimes
}

export function caredOf(order: CommerceOrder, { row, fapiao, payment, pauses }: Omit<OrderCare, 'times'>): Cared {
  return {
    remindedAt: row?.remindedAt ?? null,
    receiptExtended: row?.receiptExtended ?? false,
    // One that was refused can be asked for again.
    fapiaoRequested: fapiao ? fapiao.refusedAt === null : order.fapiao !== null,
    deleted: row?.deletedAt != null,
    moneyMoves: payment === 'refunding' || payment === 'refund_failed',
    pauses,
  }
}

/** The members of a shopper's or merchant's order that tell of it, and what may be done. */
export function careView(
  order: CommerceOrder,
  care: OrderCare,
  now: Date,
): Pick<Order, 'cancelReason' | 'reminder' | 'receiptDueAt' | 'fapiao' | 'fapiaoState'> & { actions: CareAction[] } {
  const { row, fapiao, times } = care
  const cared = caredOf(order, care)
  const said = order.cancelledBecause === 'shopper' && row?.cancelReason
  return {
    cancelReason: said ? { reason: said, words: row.cancelWords ?? '' } : null,
    reminder: order.status === 'paid' && row ? reminderOf(row) : null,
    receiptDueAt: receiptDueAt(order, cared, times)?.toISOString() ?? null,
    fapiao: fapiao?.request ?? order.fapiao,
    fapiaoState: fapiaoState(order, fapiao),
    actions: careActions(order, cared, times, now),
  }
}

export function reminderOf({ remindedSince, remindedAt, reminders }: CareRow): Reminder | null {
  if (!remindedSince || !remindedAt) return null
  return { since: remindedSince.toISOString(), last: remindedAt.toISOString(), times: reminders }
}
