import { type Order as CommerceOrder, orderActions } from '@xiaopu/commerce'
import type { Order, PaymentStatus } from '@xiaopu/contract'
import { goodsView } from '../cart/views'
import type { PictureView } from '../media/picture-view'

/** An order as its owner sees it at `now`. The back end's customer id stays inside. */
export function orderView(picture: PictureView, order: CommerceOrder, paymentStatus: PaymentStatus, now: Date): Order {
  const { id, number, status, cancelledBecause, amounts, address, fapiao, remark } = order
  return {
    id,
    number,
    status,
    cancelledBecause,
    placedAt: order.placedAt.toISOString(),
    expiresAt: order.expiresAt?.toISOString() ?? null,
    paidAt: order.paidAt?.toISOString() ?? null,
    serverTime: now.toISOString(),
    lines: order.lines.map((line) => goodsView(picture, line)),
    pieces: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    amounts,
    address,
    fapiao,
    remark,
    paymentStatus,
    actions: orderActions(order, now),
  }
}
