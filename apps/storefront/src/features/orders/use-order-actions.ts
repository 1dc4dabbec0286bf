import { useQueryClient } from '@tanstack/react-query'
import type { Order, OrderAction } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { confirm, open, toast } from '../../wechat'
import { keepCart } from '../cart'
import { usePayment } from '../payment'
import { buyAgain } from './buy-again'
import { orderKeys, rereadOrders } from './order-keys'

/**
 * What can be done with an order; which of it is offered is the server's `actions`. One thing at a time: while one is under way
 * `busy` names it, and further taps do nothing.
 */
export function useOrderActions() {
  const { t } = useLocale()
  const client = useQueryClient()
  const { pay } = usePayment()
  const running = useRef(false)
  const [busy, setBusy] = useState<{ orderId: string; action: OrderAction } | null>(null)

  const act: Record<OrderAction, (order: Order) => Promise<unknown>> = {
    async pay({ id }) {
      if ((await pay(id)) !== 'waiting') await open('result', { order: id })
    },

    async cancel({ id }) {
      const question = {
        title: t('orders.cancelAsk'),
        content: t('orders.cancelHint'),
        confirm: t('orders.cancelYes'),
        cancel: t('orders.cancelNo'),
      }
      if (!(await confirm(question))) return
      try {
        client.setQueryData(orderKeys.order(id), await api.orders.cancel(id))
        toast(t('orders.cancelled'))
      } catch (error) {
        toast(errorSentence(error, t))
      }
      await rereadOrders(client)
    },

    async confirm_receipt({ id }) {
      const question = {
        title: t('orders.receiptAsk'),
        content: t('orders.receiptHint'),
        confirm: t('orders.receiptYes'),
        cancel: t('orders.receiptNo'),
      }
      if (!(await confirm(question))) return
      try {
        client.setQueryData(orderKeys.order(id), await api.orders.confirmReceipt(id))
        toast(t('orders.received'))
      } catch (error) {
        toast(errorSentence(error, t))
      }
      await rereadOrders(client)
    },

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

  return {
    busy,
    async run(action: OrderAction, order: Order) {
      if (running.current) return
      running.current = true
      setBusy({ orderId: order.id, action })
      try {
        await act[action](order)
      } finally {
        running.current = false
        setBusy(null)
      }
    },
  }
}
