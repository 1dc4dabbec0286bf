import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { CallOptions, KeptListing } from '@xiaopu/api-client'
import type { KeptPage } from '@xiaopu/contract'
import { useMemo } from 'react'
import { itemsOf, pagedList } from '../../api/paged-list'

/** What a shopper kept, page by page. @param enabled off where there is no shopper to have kept anything */
export function useKeptList(
  queryKey: QueryKey,
  read: (query: KeptListing, options: CallOptions) => Promise<KeptPage>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read({ cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
  })
  const { data } = query
  const kept = useMemo(
    () =>
      data &&
      itemsOf(data.pages.map(({ items }) => ({ items: items.map((item) => ({ ...item, id: item.productId })) }))),
    [data],
  )
  return {
    /** Undefined until the first page has come. */
    kept,
    /** How many there are in all; null where nobody counts. */
    total: data?.pages[0]?.total ?? null,
    ...pagedList(query),
  }
}
