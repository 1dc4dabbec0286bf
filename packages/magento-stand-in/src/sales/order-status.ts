import type { Magento } from '../magento'
import type { Order, OrderState } from '../state/state'

const LABELS: Record<string, { zh: string; en: string }> = {
  pending: { zh: '待处理', en: 'Pending' },
  pending_payment: { zh: '待付款', en: 'Pending Payment' },
  processing: { zh: '处理中', en: 'Processing' },
  complete: { zh: '完成', en: 'Complete' },
  closed: { zh: '已关闭', en: 'Closed' },
  canceled: { zh: '已取消', en: 'Canceled' },
  holded: { zh: '已冻结', en: 'On Hold' },
}

/** What a shopper reads, in the language of the store view: no code. */
export function statusLabel(status: string, locale: string): string {
  const label = LABELS[status]
  return label ? label[locale.startsWith('zh') ? 'zh' : 'en'] : status
}

export function setState(magento: Magento, order: Order, state: OrderState, status: string = state): void {
  const changed = order.status !== status
  order.state = state
  order.status = status
  order.updatedAt = magento.now()
  if (!changed) return
  order.statusChangedAt = magento.now()
  magento.tell('order.status', order)
}

/** Where the figures of an order put it, once it is no longer new. */
export function settleState(magento: Magento, order: Order): void {
  const paid = totalInvoiced(order)
  const everything = (count: (item: Order['items'][number]) => number) =>
    order.items.every((item) => count(item) >= item.ordered - item.canceled)
  const shipped = order.shippingAddress === null || everything((item) => item.shipped + item.refunded)
  const closed = paid > 0 && totalRefunded(order) >= paid
  const complete = everything((item) => item.invoiced) && shipped
  setState(magento, order, closed ? 'closed' : complete ? 'complete' : 'processing')
}

export function totalInvoiced({ invoices }: Order): number {
  return invoices.reduce((sum, { total }) => sum + total, 0)
}
export function totalRefunded({ creditMemos }: Order): number {
  return creditMemos.reduce((sum, { total }) => sum + total, 0)
}
