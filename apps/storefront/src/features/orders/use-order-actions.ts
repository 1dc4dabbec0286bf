import { useQueryClient } from '@tanstack/react-query'
import type { CancelOrder, Order, OrderAction } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { canConfirmReceipt, confirm, confirmReceiptInWechat, open, type Question, toast } from '../../wechat'
import { keepCart } from '../cart'
import { usePayment } from '../payment'
import { buyAgain } from './buy-again'
import { orderKeys } from './order-keys'
import { rereadOrders } from './reread-orders'

/**
 * What can be done with an order; which of it is offered is the server's `actions`. One thing at a time: while one is under way
 * `busy` names it, and further taps do nothing.
 */
export function useOrderActions({ onDeleted }: { onDeleted?: () => void } = {}) {
  const { t } = useLocale()
  const client = useQueryClient()
  const { pay } = usePayment()
  const running = useRef(false)
  const [busy, setBusy] = useState<{ orderId: string; action: OrderAction } | null>(null)

  const [cancelling, setCancelling] = useState<Order | null>(null)

  /** One call that answers with the order as it is then. */
  async function change(id: string, call: () => Promise<Order>, done: string) {
    try {
      client.setQueryData(orderKeys.order(id), await call())
      toast(done)
    } catch (error) {
      toast(errorSentence(error, t))
    }
    await rereadOrders(client, id)
  }

  async function ask(question: Question, act: () => Promise<void>) {
    if (await confirm(question)) await act()
  }

  const receive = (id: string) =>
    ask(
      {
        title: t('orders.receiptAsk'),
        content: t('orders.receiptHint'),
        confirm: t('orders.receiptYes'),
        cancel: t('orders.receiptNo'),
      },
      () => change(id, () => api.orders.confirmReceipt(id), t('orders.received')),
    )

  /** WeChat asks, and the gateway says what came of it. A component that does not work must not keep the shopper from saying it here. */
  async function receiveInWechat(id: string, transactionId: string) {
    const { status } = await confirmReceiptInWechat(transactionId)
    let order: Order
    try {
      order = await api.orders.checkReceipt(id)
    } catch (error) {
      toast(errorSentence(error, t))
      return rereadOrders(client, id)
    }
    client.setQueryData(orderKeys.order(id), order)
    await rereadOrders(client, id)
    if (order.status === 'completed') return toast(t('orders.received'))
    if (status === 'ok') return toast(t('orders.receiptOnItsWay'))
    if (status !== 'cancelled') await receive(id)
  }

  const act: Record<OrderAction, (order: Order) => Promise<unknown>> = {
    async pay({ id }) {
      if ((await pay(id)) !== 'waiting') await open('result', { order: id })
    },

    /** Asks why first; {@link cancelBecause} goes on. */
    cancel: async (order) => setCancelling(order),

    confirm_receipt: ({ id, receipt }) =>
      receipt && canConfirmReceipt() ? receiveInWechat(id, receipt.transactionId) : receive(id),

    remind: ({ id }) => change(id, () => api.orders.remind(id), t('care.reminded')),

    extend_receipt: ({ id }) =>
      ask(
        {
          title: t('care.extendAsk'),
          content: t('care.extendHint'),
          confirm: t('care.extendYes'),
          cancel: t('common.cancel'),
        },
        () => change(id, () => api.orders.extendReceipt(id), t('care.extended')),
      ),

    request_fapiao: ({ id }) => open('fapiao', { order: id }),

    delete: ({ id }) =>
      ask(
        {
          title: t('care.deleteAsk'),
          content: t('care.deleteHint'),
          confirm: t('care.deleteYes'),
          cancel: t('common.cancel'),
        },
        async () => {
          try {
            await api.orders.remove(id)
            toast(t('care.deleted'))
            onDeleted?.()
          } catch (error) {
            toast(errorSentence(error, t))
          }
          await rereadOrders(client, id)
        },
      ),

    show_pickup_code: ({ id }) => open('order', { id }),

    review: ({ id }) => open('review', { order: id }),

    follow_up: ({ id }) => open('review', { order: id }),

    after_sale: ({ id }) => open('afterSaleRequest', { order: id }),

    async buy_again({ lines }) {
      const { added, missing, error } = await buyAgain(lines, async (goods) => keepCart(await api.cart.add(goods)))
      if (added === 0) {
        toast(errorSentence(error, t))
        return
      }
      if (missing.length > 0) {
        const names = missing.join(t('orders.and'))
        const notice = {
          title: t('orders.someMissing'),
          content: names,
          confirm: t('orders.seeCart'),
          cancel: t('common.cancel'),
        }
        if (!(await confirm(notice))) return
      }
      await open('cart')
    },
  }

  async function alone(orderId: string, action: OrderAction, work: () => Promise<unknown>) {
    if (running.current) return
    running.current = true
    setBusy({ orderId, action })
    try {
      await work()
    } finally {
      running.current = false
      setBusy(null)
    }
  }

  return {
    busy,
    run: (action: OrderAction, order: Order) => alone(order.id, action, () => act[action](order)),
    /** The order whose shopper is being asked why. */
    cancelling,
    leaveCancelling: () => setCancelling(null),
    async cancelBecause(said: CancelOrder) {
      if (!cancelling) return
      const { id } = cancelling
      await alone(id, 'cancel', () => change(id, () => api.orders.cancel(id, said), t('orders.cancelled')))
      setCancelling(null)
    },
  }
}
