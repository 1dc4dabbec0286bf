import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../api/client'
import { itemsOf, pagedList } from '../../api/paged-list'
import { afterSaleKeys, rereadAfterSales } from './after-sale-keys'

/** Own after-sales, newest first. Needs a session: the first call signs in silently. */
export function useAfterSales() {
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: afterSaleKeys.list,
    queryFn: ({ pageParam, signal }) => api.afterSales.list({ cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const { data } = query
  return {
    afterSales: data && itemsOf(data.pages),
    ...pagedList(query),
    readAgain: useCallback(() => rereadAfterSales(client), [client]),
  }
}
