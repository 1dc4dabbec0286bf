import { useQueryClient } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import type { Order, PlaceOrder } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { rereadCart } from '../cart'
import { rereadOrders } from '../orders'
import { mayBePlaced, orderKeysMeant, type Purchase } from './order-key'

/**
 * Places the order that was quoted; the gateway decides whether it can be. One at a time: a tap while another is under way
 * gets that one's answer. After a lost answer the next tap sends the same key, so it finds the order instead of making a second.
 */
export function usePlaceOrder() {
  const client = useQueryClient()
  const running = useRef<Promise<Order> | null>(null)
  const [placing, setPlacing] = useState(false)

  async function place(body: PlaceOrder, purchase: Purchase): Promise<Order> {
    try {
      const order = await api.orders.place(body, { idempotencyKey: orderKeysMeant.of(purchase) })
      orderKeysMeant.forget(purchase)
      void rereadCart()
      void rereadOrders(client, order.id)
      return order
    } catch (error) {
      // `idempotency_key_reused` says that the first try did get through with another body: it is an order of its own.
      if (!mayBePlaced(error) || (isApiError(error) && error.code === 'idempotency_key_reused'))
        orderKeysMeant.forget(purchase)
      throw error
    }
  }

  return {
    placing,
    /**
     * @param coupons the codes that count in the quote
     * @throws {ApiError} what `api.orders.place` throws
     */
    place(body: PlaceOrder, coupons: readonly string[]): Promise<Order> {
      running.current ??= place(body, { source: body.source, coupons }).finally(() => {
        running.current = null
        setPlacing(false)
      })
      setPlacing(true)
      return running.current
    },
  }
}
