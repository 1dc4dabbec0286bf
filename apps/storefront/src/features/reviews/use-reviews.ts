import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../api/client'
import { isGone } from '../../api/one-thing'
import { itemsOf, pagedList } from '../../api/paged-list'
import { useLocale } from '../../i18n'
import type { Narrowing } from './narrowing'
import { reviewKeys } from './review-keys'

/**
 * What buyers say of a product, newest first, page by page. The product page shows the first two of the very pages that are read on.
 * @param narrowing only what is of that kind; the sum and the figures stay those of all
 * @param productId undefined asks nothing yet: on the product page the product itself goes first
 */
export function useReviews(productId: string | undefined, narrowing: Narrowing = {}) {
  const { locale } = useLocale()
  const query = useInfiniteQuery({
    queryKey: reviewKeys.list(productId ?? '', locale, narrowing),
    queryFn: ({ pageParam, signal }) =>
      api.reviews.list(productId ?? '', { ...narrowing, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: Boolean(productId),
  })
  const { data, error } = query
  const gone = !productId || isGone(error)
  return {
    /** Undefined until the first page has come. */
    reviews: useMemo(() => data && itemsOf(data.pages), [data]),
    summary: data?.pages[0]?.summary,
    /** null: there is nothing to narrow by. */
    figures: data?.pages[0]?.figures ?? null,
    /** There is no such product, or no longer. */
    gone: gone && !data,
    ...pagedList(query),
    error: data || gone ? null : error,
  }
}
