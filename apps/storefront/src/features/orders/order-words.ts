import type { FapiaoRequest, FapiaoState, Order } from '@xiaopu/contract'
import type { MessageKey, Translate } from '../../i18n'
import { priceText } from '../../ui'
import { isPartlySent } from './parcels'

type StatusKey = Extract<MessageKey, `orders.status_${string}`>

const STATUS: Record<Order['status'], StatusKey> = {
  pending_payment: 'orders.status_pending_payment',
  paid: 'orders.status_paid',
  shipped: 'orders.status_shipped',
  completed: 'orders.status_completed',
  cancelled: 'orders.status_cancelled',
}

/** The same of goods that are picked up, where it is said otherwise. */
const AT_STORE: Partial<Record<Order['status'], 'orders.preparing' | 'orders.toPickUp'>> = {
  paid: 'orders.preparing',
  shipped: 'orders.toPickUp',
}
const atStore = ({ delivery, status }: Pick<Order, 'delivery' | 'status'>) =>
  delivery.kind === 'pickup' ? AT_STORE[status] : undefined

/** 待付款, 待发货, 待自提, 部分发货 … */
export const statusWords = (order: Pick<Order, 'status' | 'shipments' | 'delivery'>, t: Translate) =>
  isPartlySent(order) ? t('orders.partlySent') : t(atStore(order) ?? STATUS[order.status])

type Hinted = Pick<Order, 'delivery' | 'status' | 'shipments' | 'cancelledBecause' | 'paymentStatus' | 'actions'>

/** What that means for the shopper: what happens next, or why it ended and where the money is. */
export function statusHint(order: Hinted, t: Translate): string {
  if (order.paymentStatus === 'refunding') return t('order.hint_refunding')
  if (order.paymentStatus === 'refunded') return t('order.hint_refunded')
  if (order.paymentStatus === 'refund_failed') return t('order.hint_refund_failed')
  if (atStore(order)) return t(order.status === 'paid' ? 'order.hint_preparing' : 'order.hint_to_pick_up')
  switch (order.status) {
    case 'pending_payment':
      return t('order.hint_pending_payment')
    case 'paid':
      return isPartlySent(order) ? t('order.hint_partly_sent') : t('order.hint_paid')
    case 'shipped':
      return t('order.hint_shipped')
    case 'completed':
      return order.actions.includes('review') ? t('order.hint_to_review') : t('order.hint_completed')
    case 'cancelled':
      return t(`order.hint_cancelled_${order.cancelledBecause ?? 'merchant'}`)
  }
}

/** That a part of the money has gone back; null: none, or all of it, which the hint tells. */
export function partlyRefunded({ refunded, paymentStatus }: Pick<Order, 'refunded' | 'paymentStatus'>, t: Translate) {
  if (refunded === 0 || paymentStatus === 'refunded') return null
  return t('order.partlyRefunded', { price: priceText(refunded, true) })
}

/** What the total of an order is called: a sum that is due, one that was paid, or one that never was. */
export function sumWords({ status, paidAt }: Pick<Order, 'status' | 'paidAt'>, t: Translate): string {
  if (status === 'pending_payment') return t('orders.toPay')
  return t(paidAt === null ? 'orders.total' : 'orders.sum')
}

/** What has become of it. One that was refused is still one that was requested, for clients that know no better. */
export const fapiaoStateWords = ({ status, refusal }: FapiaoState, t: Translate) =>
  t(refusal ? 'care.fapiao_refused' : `care.fapiao_${status}`)

/** 个人 · 张三, or that none is wanted. */
export const fapiaoWords = (fapiao: FapiaoRequest | null, t: Translate) =>
  fapiao === null
    ? t('order.fapiaoNone')
    : `${t(fapiao.kind === 'company' ? 'order.fapiaoCompany' : 'order.fapiaoPersonal')} · ${fapiao.title}`
