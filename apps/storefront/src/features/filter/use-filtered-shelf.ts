import { useState } from 'react'
import { useLocale } from '../../i18n'
import { type Shelf, useShelf } from '../catalog'
import { chosenOf } from './chosen-words'
import { type Filter, type FilterAct, filterAfter, NO_FILTER } from './filter'
import { requestOf } from './filter-request'
import { useLastKnown } from './use-last-known'

/**
 * A list that can be narrowed. The filter is the page's: it stays while one looks at a product and comes back, and through other
 * words and another order.
 * @param shelf what there is without a filter; null asks nothing yet
 */
export function useFilteredShelf(shelf: Shelf | null) {
  const { t } = useLocale()
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const list = useShelf(shelf && { ...shelf, ...requestOf(filter) })
  const facets = useLastKnown(list.facets)
  const chosen = chosenOf(filter, facets ?? [], t)
  return {
    list,
    filter,
    chosen,
    /** A shop that cannot narrow its lists has no button for it; until it has said so, there is one. */
    canFilter: facets === undefined || facets.length > 0 || chosen.length > 0,
    setFilter,
    act: (act: FilterAct) => setFilter((before) => filterAfter(before, act)),
  }
}
