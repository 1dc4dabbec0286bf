import type { Order } from '../port/orders'
import { applyOrderEvent, deliveryOf } from './order-state'

export type OrderAction =
  | 'pay'
  | 'cancel'
  | 'show_pickup_code'
  | 'confirm_receipt'
  | 'review'
  | 'follow_up'
  | 'after_sale'
  | 'buy_again'

/**
 * What a shopper may do with the order now, the most wanted first. Past its time an unpaid order can no longer be
 * paid, though the job that cancels it may not have come by yet. `unreviewed`: something on it has no review of this
 * shopper yet; `followable`: something can be added to one of its reviews; `afterSale`: something of it can be sent back
 * or exchanged.
 */
export function orderActions(
  order: Pick<Order, 'status' | 'expiresAt' | 'pickup'>,
  now: Date,
  { unreviewed, followable = false, afterSale }: { unreviewed: boolean; followable?: boolean; afterSale: boolean },
): OrderAction[] {
  const inTime = order.expiresAt === null || now.getTime() < order.expiresAt.getTime()
  const actions: OrderAction[] = []
  if (applyOrderEvent(order.status, 'pay').ok && inTime) actions.push('pay')
  if (applyOrderEvent(order.status, 'cancel').ok) actions.push('cancel')
  if (isToBeCollected(order)) actions.push('show_pickup_code')
  if (applyOrderEvent(order.status, 'complete', deliveryOf(order)).ok) actions.push('confirm_receipt')
  const isHere = order.status === 'completed' || (order.status === 'shipped' && !order.pickup)
  if (unreviewed && isHere) actions.push('review')
  if (followable) actions.push('follow_up')
  if (afterSale) actions.push('after_sale')
  if (order.status !== 'pending_payment') actions.push('buy_again')
  return actions
}

/** Paid for, and not handed over yet: who comes to the store is asked for the code. */
export function isToBeCollected({ status, pickup }: Pick<Order, 'status' | 'pickup'>): boolean {
  return pickup !== null && (status === 'paid' || status === 'shipped')
}
