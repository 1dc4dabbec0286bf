import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { FRESH_MS } from '../../api/query-client'
import { useLocale } from '../../i18n'

/** Three things to start a cart with. Deferred: without them the page is as good. */
export function useSuggestions() {
  const { locale } = useLocale()
  const { data } = useQuery({
    queryKey: ['suggestions', locale],
    queryFn: () => api.catalog.products({ sort: 'newest', limit: 6 }),
    staleTime: FRESH_MS.directory,
  })
  return data?.items.filter(({ available }) => available).slice(0, 3) ?? []
}
