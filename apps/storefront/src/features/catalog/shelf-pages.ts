import type { Page } from '@xiaopu/contract'

/** All the pages as one list. What moved from one page to the next while the shopper scrolled is shown once. */
export function itemsOf<Item extends { id: string }>(pages: readonly Pick<Page<Item>, 'items'>[]): Item[] {
  const seen = new Set<string>()
  return pages.flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}

export interface ShelfProgress {
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  hasNextPage: boolean
}

/** What the end of the list says. */
export function endOfShelf({
  isFetchingNextPage,
  isFetchNextPageError,
  hasNextPage,
}: ShelfProgress): 'idle' | 'loading' | 'end' | 'failed' {
  if (isFetchingNextPage) return 'loading'
  if (isFetchNextPageError) return 'failed'
  return hasNextPage ? 'idle' : 'end'
}
