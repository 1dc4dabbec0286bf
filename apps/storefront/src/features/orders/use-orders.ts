import { useInfiniteQuery } from '@tanstack/react-query'
import type { Order, OrderPage, OrderQuery } from '@xiaopu/contract'
import { api } from '../../api/client'
import { orderKeys } from './order-keys'

/** All the pages as one list; an order that moved to the next page meanwhile is shown once. */
export function ordersOf(pages: readonly OrderPage[]): Order[] {
  const seen = new Set<string>()
  return pages.flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}

/** Own orders in one state, or all, or those that hold `q`; newest first. Needs a session: the first call signs in silently. */
export function useOrders(status: OrderQuery['status'], q = '') {
  const query = useInfiniteQuery({
    queryKey: orderKeys.list(status, q),
    queryFn: ({ pageParam, signal }) => api.orders.list({ status, q: q || undefined, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const { data, error, isFetchingNextPage, isFetchNextPageError, hasNextPage } = query
  return {
    orders: data && ordersOf(data.pages),
    /** ms of the phone's clock, for countdowns. */
    receivedAt: query.dataUpdatedAt,
    error: data ? null : error,
    end: isFetchingNextPage ? 'loading' : isFetchNextPageError ? 'failed' : hasNextPage ? 'idle' : 'end',
    refresh: query.refetch,
    more: () => void (hasNextPage && !isFetchingNextPage && query.fetchNextPage()),
  } as const
}
