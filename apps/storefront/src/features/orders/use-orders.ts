import { useInfiniteQuery } from '@tanstack/react-query'
import type { OrderQuery } from '@xiaopu/contract'
import { api } from '../../api/client'
import { itemsOf, pagedList } from '../../api/paged-list'
import { orderKeys } from './order-keys'

/** Own orders in one state, or all, or those that hold `q`; newest first. Needs a session: the first call signs in silently. */
export function useOrders(status: OrderQuery['status'], q = '') {
  const query = useInfiniteQuery({
    queryKey: orderKeys.list(status, q),
    queryFn: ({ pageParam, signal }) => api.orders.list({ status, q: q || undefined, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const { data } = query
  return {
    orders: data && itemsOf(data.pages),
    /** ms of the phone's clock, for countdowns. */
    receivedAt: query.dataUpdatedAt,
    ...pagedList(query),
  }
}
