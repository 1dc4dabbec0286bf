import type { Order } from '@xiaopu/commerce'
import type { MessageKind } from '@xiaopu/contract'
import { after } from '../../clock'

const MINUTE = 60_000
/** The shopper is told so long before an unpaid order is closed. */
const UNPAID_LEAD = 10 * MINUTE
/** Sooner than that after having been asked nobody needs to be told. */
const SOON = 2 * MINUTE

/** When the shopper of an unpaid order is told that it is about to be closed; null: there is no time left for it. */
export function tellUnpaidAt({ status, expiresAt }: Pick<Order, 'status' | 'expiresAt'>, now: Date): Date | null {
  if (status !== 'pending_payment' || !expiresAt) return null
  const at = after(expiresAt, -UNPAID_LEAD)
  return at >= after(now, SOON) ? at : null
}

/** Messages about the order that are still to come, the next first: WeChat's sheet asks for no more than is worth something. */
export function worthAsking(
  order: Pick<Order, 'status' | 'expiresAt' | 'pickup' | 'shipments'>,
  { afterSaleOpen }: { afterSaleOpen: boolean },
  now: Date,
): MessageKind[] {
  if (order.status === 'pending_payment') return tellUnpaidAt(order, now) ? ['unpaid'] : []
  const kinds: MessageKind[] = []
  if (order.status === 'paid' && order.pickup) kinds.push('ready')
  if (order.status === 'paid' && !order.pickup && order.shipments.length === 0) kinds.push('shipped')
  if (order.status === 'paid' || afterSaleOpen) kinds.push('after_sale')
  return kinds
}
