import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { oneThing } from '../../api/one-thing'
import { useLocale } from '../../i18n'
import { catalogKeys } from './catalog-keys'

/** One product, with price and stock of now. `gone`: there is none, or no longer. An answer kept from before is shown while it is asked again. */
export function useProduct(id: string | undefined) {
  const { locale } = useLocale()
  const query = useQuery({
    queryKey: catalogKeys.product(id ?? '', locale),
    queryFn: ({ signal }) => api.catalog.product(id ?? '', { signal }),
    enabled: Boolean(id),
  })
  const { thing: product, ...standing } = oneThing(Boolean(id), query)
  return { product, ...standing }
}
