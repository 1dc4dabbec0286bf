import type { Order } from '../port/orders'
import { applyOrderEvent } from './order-state'

export type OrderAction = 'pay' | 'cancel' | 'confirm_receipt' | 'review' | 'buy_again'

/**
 * What a shopper may do with the order now, the most wanted first. Past its time an unpaid order can no longer be
 * paid, though the job that cancels it may not have come by yet. `unreviewed`: something on it has no review of this
 * shopper yet.
 */
export function orderActions(
  order: Pick<Order, 'status' | 'expiresAt'>,
  now: Date,
  { unreviewed }: { unreviewed: boolean },
): OrderAction[] {
  const inTime = order.expiresAt === null || now.getTime() < order.expiresAt.getTime()
  const actions: OrderAction[] = []
  if (applyOrderEvent(order.status, 'pay').ok && inTime) actions.push('pay')
  if (applyOrderEvent(order.status, 'cancel').ok) actions.push('cancel')
  if (applyOrderEvent(order.status, 'complete').ok) actions.push('confirm_receipt')
  if (unreviewed && (order.status === 'shipped' || order.status === 'completed')) actions.push('review')
  if (order.status !== 'pending_payment') actions.push('buy_again')
  return actions
}
