import type { ProductSort } from '@xiaopu/contract'

export type SortKey = 'relevance' | 'sales' | 'newest' | 'price'
export const SORT_KEYS: readonly SortKey[] = ['relevance', 'sales', 'newest', 'price']

export const keyOf = (sort: ProductSort): SortKey => (sort === 'price_asc' || sort === 'price_desc' ? 'price' : sort)

/** The order after a tap: the price turns round when tapped again, the cheapest first; the others stay. */
export function afterTap(sort: ProductSort, key: SortKey): ProductSort {
  if (key !== 'price') return key
  return sort === 'price_asc' ? 'price_desc' : 'price_asc'
}
