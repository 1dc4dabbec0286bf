import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { CallOptions, KeptListing } from '@xiaopu/api-client'
import type { KeptPage } from '@xiaopu/contract'
import { useMemo } from 'react'
import { endOfShelf, itemsOf } from '../catalog/shelf-pages'

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
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query
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
    /** Of the first page; a later page's failure is said at the end of the list. */
    error: data ? null : error,
    end: endOfShelf(query),
    more: () => {
      if (hasNextPage && !isFetching && !query.isFetchNextPageError) void fetchNextPage()
    },
    /** After a failure: the page that failed, the first or a later one. */
    retry: () => void (data ? fetchNextPage() : refetch()),
    refresh: refetch,
  }
}
