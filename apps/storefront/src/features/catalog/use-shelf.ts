import { useInfiniteQuery } from '@tanstack/react-query'
import { isApiError, type ProductListing } from '@xiaopu/api-client'
import type { Facet, ProductPage } from '@xiaopu/contract'
import { useMemo } from 'react'
import { api } from '../../api/client'
import { itemsOf, pagedList } from '../../api/paged-list'
import { useLocale } from '../../i18n'
import { catalogKeys, type Shelf } from './catalog-keys'

const NO_FACETS: Facet[] = []

type NextPage = Pick<ProductListing, 'cursor' | 'q'>

/** A page after the first is asked for with the words that were looked for in the end, for the cursor is of their list. */
const nextPage = (
  { nextCursor, searchedFor }: ProductPage,
  _pages: ProductPage[],
  { q }: NextPage,
): NextPage | null => {
  const words = searchedFor ?? q
  return nextCursor === null ? null : { cursor: nextCursor, ...(words !== undefined && { q: words }) }
}

/**
 * The goods of a category or a search, page by page.
 * @param shelf what is looked for; null asks nothing yet
 */
export function useShelf(shelf: Shelf | null) {
  const { locale } = useLocale()
  const query = useInfiniteQuery({
    queryKey: catalogKeys.shelf(shelf ?? {}, locale),
    queryFn: ({ pageParam, signal }) => api.catalog.products({ ...shelf, ...pageParam }, { signal }),
    initialPageParam: {} as NextPage,
    getNextPageParam: nextPage,
    enabled: shelf !== null,
  })
  const { data, error } = query
  // A category that has gone since somebody linked to it is an empty shelf: trying again would not bring it back.
  const gone = !data && isApiError(error) && error.code === 'not_found'
  const products = useMemo(() => (data ? itemsOf(data.pages) : gone ? [] : undefined), [data, gone])
  return {
    /** Undefined until the first page has come. */
    products,
    /** What was looked for instead of the words asked for, which led to nothing; null where it was those. */
    searchedFor: data?.pages[0]?.searchedFor ?? null,
    /** How many there are in all; null where the back end does not count. */
    total: data?.pages[0]?.total ?? null,
    /** What it can be narrowed by; undefined until the first page, which they come with, is here. */
    facets: data?.pages[0]?.facets ?? (gone ? NO_FACETS : undefined),
    ...pagedList(query),
    error: data || gone ? null : error,
  }
}
