import type { Facet } from '@xiaopu/contract'
import { useEffect, useMemo, useState } from 'react'
import { type Shelf, useShelf } from '../catalog'
import { type Filter, type FilterAct, filterAfter } from './filter'
import { requestOf } from './filter-request'
import { steadyFacets } from './steady-facets'

/** After this long without a tap or a key the shop is asked how many there would be. */
const PAUSE_MS = 250

/**
 * The filter while it is being chosen: nothing counts for the list until it is done. Meanwhile it is asked what the choice would
 * lead to; when it is done the list has that answer already.
 * @param shelf what is narrowed
 * @param applied the filter the list has now: the draft starts from it whenever the sheet opens
 */
export function useFilterDraft(open: boolean, shelf: Shelf, applied: Filter) {
  const [draft, setDraft] = useState(applied)
  const [asked, ask] = useState(applied)
  const [offered, offer] = useState<{ came: Facet[]; facets: Facet[] }>()
  const [wasOpen, setWasOpen] = useState(open)
  // While rendering, not in an effect: a tap may come before an effect runs, and would be overwritten by it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      setDraft(applied)
      ask(applied)
      offer(undefined)
    }
  }
  useEffect(() => {
    const pause = setTimeout(() => ask(draft), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [draft])

  const wanted = useMemo(() => ({ ...shelf, ...requestOf(asked) }), [shelf, asked])
  const preview = useShelf(open ? wanted : null)
  const came = preview.facets
  // What was there when the sheet opened stays in its place until it closes, also while it is asked again.
  if (open === wasOpen && came && came !== offered?.came)
    offer({ came, facets: steadyFacets(offered?.facets ?? [], came) })
  return {
    draft,
    act: (act: FilterAct) => setDraft((before) => filterAfter(before, act)),
    facets: offered?.facets,
    /** How many goods it would be; null while that is not known, or never is. */
    count: asked === draft ? preview.total : null,
    error: preview.error,
    retry: preview.retry,
  }
}
