import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { FRESH_MS } from '../../api/query-client'
import { useLocale } from '../../i18n'

/** Who types faster than this is still typing. */
const PAUSE_MS = 250

/**
 * Which stores words find: the gateway knows pinyin (pudong) and initials (pd).
 * @returns `ids` null where there is nothing to look for, or nobody answers: what the phone can see of the words counts then
 */
export function useStoreSearch(typed: string) {
  const { locale } = useLocale()
  const wanted = typed.trim()
  const [words, setWords] = useState(wanted)
  useEffect(() => {
    const later = setTimeout(() => setWords(wanted), PAUSE_MS)
    return () => clearTimeout(later)
  }, [wanted])
  const { data, isFetching, isError } = useQuery({
    queryKey: ['stores-found', words, locale],
    queryFn: async ({ signal }) => (await api.stores.search(words, null, { signal })).map(({ id }) => id),
    enabled: words !== '',
    staleTime: FRESH_MS.directory,
    placeholderData: keepPreviousData,
  })
  return {
    ids: wanted === '' || isError ? null : (data ?? null),
    /** What is shown is still of the words before. */
    asking: wanted !== '' && (words !== wanted || isFetching),
    failed: isError && words === wanted,
  }
}
