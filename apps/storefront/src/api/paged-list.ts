import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { Page } from '@xiaopu/contract'

/** All the pages as one list. What moved from one page to the next while the shopper scrolled is shown once. */
export function itemsOf<Item extends { id: string }>(pages: readonly Pick<Page<Item>, 'items'>[]): Item[] {
  const seen = new Set<string>()
  return pages.flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}

type Progress = Pick<UseInfiniteQueryResult, 'isFetchingNextPage' | 'isFetchNextPageError' | 'hasNextPage'>

/** What the end of the list says. */
export function endOfList({
  isFetchingNextPage,
  isFetchNextPageError,
  hasNextPage,
}: Progress): 'idle' | 'loading' | 'end' | 'failed' {
  if (isFetchingNextPage) return 'loading'
  if (isFetchNextPageError) return 'failed'
  return hasNextPage ? 'idle' : 'end'
}

/** How a list grows: what its end says, and the acts of reading on. The items are the caller's, who knows what they are of. */
export function pagedList(
  query: Progress & Pick<UseInfiniteQueryResult, 'data' | 'error' | 'isFetching' | 'fetchNextPage' | 'refetch'>,
) {
  const { data, error, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query
  return {
    /** Of the first page; a later page's failure is said at the end of the list. */
    error: data ? null : error,
    end: endOfList(query),
    /** At the end of what is seen. After a failure it waits for {@link retry}: the end is reached again with every scroll. */
    more: () => {
      if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    },
    /** After a failure: the page that failed, the first or a later one. */
    retry: () => void (data ? fetchNextPage() : refetch()),
    refresh: refetch,
  }
}
