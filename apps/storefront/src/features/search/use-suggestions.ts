import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { askable } from './half-typed'
import { searchKeys } from './search-keys'

/** After this long without a key the shop is asked what it may become. */
const PAUSE_MS = 200

/**
 * What half-typed words may become. Only the last thing typed counts: an answer to an earlier one is dropped, however late it
 * comes. Deferred: what was typed can be looked for without it, a failure is nothing to tell anybody.
 * @param composing the input method says the word is not done yet
 * @returns undefined while nothing is known
 */
export function useSuggestions(typed: string, composing: boolean) {
  const { locale } = useLocale()
  const [asked, ask] = useState('')
  useEffect(() => {
    const next = askable(typed, composing)
    if (next === null) return
    const pause = setTimeout(() => ask(next), next === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed, composing])
  const { data } = useQuery({
    queryKey: searchKeys.suggestions(asked, locale),
    queryFn: ({ signal }) => api.search.suggest(asked, { signal }),
    enabled: asked !== '',
    // While one types on, the list stays where it is instead of going and coming.
    placeholderData: keepPreviousData,
    retry: false,
  })
  return asked === '' ? undefined : data
}
