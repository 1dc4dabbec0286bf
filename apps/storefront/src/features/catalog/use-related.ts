import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { FRESH_MS } from '../../api/query-client'
import { useLocale } from '../../i18n'
import { catalogKeys } from './catalog-keys'

/**
 * What else may be liked. Deferred: the page stands without it, a failure is nothing to tell anybody.
 * @param id undefined until the product itself is here: it must not wait for this
 */
export function useRelated(id: string | undefined) {
  const { locale } = useLocale()
  const { data, isError } = useQuery({
    queryKey: catalogKeys.related(id ?? '', locale),
    queryFn: ({ signal }) => api.catalog.related(id ?? '', { signal }),
    enabled: Boolean(id),
    staleTime: FRESH_MS.directory,
  })
  /** Undefined while it is on its way; empty where there is none, or none could be had. */
  return data ?? (isError ? [] : undefined)
}
