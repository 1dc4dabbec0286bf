import type { ProductListing } from '@xiaopu/api-client'
import type { Filter } from './filter'
import { rangeOf } from './price-range'

/** The filter as the list is asked for. What narrows nothing is not in it, so that no filter is the very list without one. */
export function requestOf({
  chosen,
  price,
  inStock,
}: Filter): Pick<ProductListing, 'facets' | 'priceFrom' | 'priceTo' | 'inStock'> {
  const { from, to } = rangeOf(price)
  return {
    ...(chosen.length > 0 && {
      // Sorted: the same choices are the same list, whichever was tapped first.
      facets: Object.fromEntries(chosen.map(({ id, values }) => [id, values.map((value) => value.id).sort()])),
    }),
    ...(from !== null && { priceFrom: from }),
    ...(to !== null && { priceTo: to }),
    ...(inStock && { inStock }),
  }
}
