import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { OrderQuery } from '@xiaopu/contract'
import { useEffect } from 'react'
import { api } from '../../api/client'
import { itemsOf, pagedList } from '../../api/paged-list'
import { orderKeys } from './order-keys'
import { forgetLaterPages, type OrderPage, sparedPage } from './reread-orders'

/** Own orders in one state, or all, or those that hold `q`; newest first. Needs a session: the first call signs in silently. */
export function useOrders(status: OrderQuery['status'], q = '') {
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: orderKeys.list(status, q),
    queryFn: ({ queryKey, pageParam, signal }) =>
      sparedPage(queryKey, pageParam) ?? readPage({ status, q: q || undefined, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  useEffect(() => () => forgetLaterPages(client, orderKeys.list(status, q)), [client, status, q])
  const { data } = query
  return { orders: data && itemsOf(data.pages), ...pagedList(query) }
}

async function readPage(query: OrderQuery, signal: AbortSignal): Promise<OrderPage> {
  const { items, nextCursor } = await api.orders.list(query, { signal })
  const receivedAt = Date.now()
  return { items: items.map((order) => ({ ...order, receivedAt })), nextCursor }
}
