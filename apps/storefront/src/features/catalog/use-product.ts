import { useQuery } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { catalogKeys } from './catalog-keys'

/** One product, with price and stock of now. `gone`: there is none, or no longer. An answer kept from before is shown while it is asked again. */
export function useProduct(id: string | undefined) {
  const { locale } = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: catalogKeys.product(id ?? '', locale),
    queryFn: ({ signal }) => api.catalog.product(id ?? '', { signal }),
    enabled: Boolean(id),
  })
  const gone = !id || (isApiError(error) && (error.code === 'not_found' || error.code === 'validation_failed'))
  return { product: gone ? undefined : data, gone, error: data || gone ? null : error, refresh: refetch }
}
