import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { AfterSale, AfterSalePage } from '@xiaopu/contract'
import { useCallback } from 'react'
import { api } from '../../api/client'
import { afterSaleKeys, rereadAfterSales } from './after-sale-keys'

/** All the pages as one list; one that moved to the next page meanwhile is shown once. */
export function afterSalesOf(pages: readonly AfterSalePage[]): AfterSale[] {
  const seen = new Set<string>()
  return pages.flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}

/** Own after-sales, newest first. Needs a session: the first call signs in silently. */
export function useAfterSales() {
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: afterSaleKeys.list,
    queryFn: ({ pageParam, signal }) => api.afterSales.list({ cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const { data, error, isFetchingNextPage, isFetchNextPageError, hasNextPage } = query
  return {
    afterSales: data && afterSalesOf(data.pages),
    error: data ? null : error,
    end: isFetchingNextPage ? 'loading' : isFetchNextPageError ? 'failed' : hasNextPage ? 'idle' : 'end',
    refresh: query.refetch,
    more: () => void (hasNextPage && !isFetchingNextPage && query.fetchNextPage()),
    readAgain: useCallback(() => rereadAfterSales(client), [client]),
  } as const
}
