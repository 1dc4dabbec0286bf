import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { FRESH_MS } from '../../api/query-client'
import { useLocale } from '../../i18n'
import type { GeoPoint } from '../../wechat'

/** About a hundred metres: whoever walks a few steps need not ask again. */
const round = (degrees: number) => Math.round(degrees * 1000) / 1000

/**
 * The stores, nearest first when it is known where the shopper is.
 * @param asked false asks nothing yet
 */
export function useStores(near: GeoPoint | null, asked = true) {
  const { locale } = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: ['stores', locale, near && [round(near.latitude), round(near.longitude)]],
    queryFn: ({ signal }) => api.stores.list(near, { signal }),
    // Whether one is open turns over by the hour; the words are made of `changesAt`, so a while is fine.
    staleTime: FRESH_MS.directory,
    enabled: asked,
    // With a location the same stores come again in another order: what is there stays meanwhile.
    placeholderData: (before) => before,
  })
  return { stores: data, error: data ? null : error, retry: refetch }
}
