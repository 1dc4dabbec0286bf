import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { FRESH_MS } from '../../api/query-client'
import { useLocale } from '../../i18n'
import { catalogKeys } from './catalog-keys'

/** The category tree: the page cannot be drawn without it. */
export function useCategories() {
  const { locale } = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: catalogKeys.categories(locale),
    queryFn: ({ signal }) => api.catalog.categories({ signal }),
    staleTime: FRESH_MS.directory,
  })
  return { categories: data, error: data ? null : error, retry: refetch }
}
