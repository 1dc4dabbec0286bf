import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { FRESH_MS } from '../../api/query-client'
import { useLocale } from '../../i18n'
import { searchKeys } from './search-keys'

const NONE: string[] = []

/** Words worth a try. Deferred: one can search without them. */
export function useHotWords(): readonly string[] {
  const { locale } = useLocale()
  const { data = NONE } = useQuery({
    queryKey: searchKeys.hotWords(locale),
    queryFn: ({ signal }) => api.search.hotWords({ signal }),
    staleTime: FRESH_MS.directory,
  })
  return data
}
