import { useQuery } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import { api } from '../../api/client'
import { afterSaleKeys } from './after-sale-keys'

const isGone = (error: unknown) =>
  isApiError(error) && (error.code === 'not_found' || error.code === 'validation_failed')

/** One own after-sale. `gone`: there is none by this id, or it is somebody else's, which is the same to us. */
export function useAfterSale(id: string | undefined) {
  const { data, error, refetch } = useQuery({
    queryKey: afterSaleKeys.one(id ?? ''),
    queryFn: ({ signal }) => api.afterSales.get(id ?? '', { signal }),
    enabled: Boolean(id),
  })
  const gone = !id || isGone(error)
  return { afterSale: gone ? undefined : data, gone, error: data || gone ? null : error, refresh: refetch }
}

/** What can still be asked for of an own order. */
export function useAfterSaleOptions(orderId: string | undefined) {
  const { data, error, refetch } = useQuery({
    queryKey: afterSaleKeys.options(orderId ?? ''),
    queryFn: ({ signal }) => api.afterSales.options(orderId ?? '', { signal }),
    enabled: Boolean(orderId),
    // What was asked for a moment ago cannot be asked for again.
    staleTime: 0,
  })
  const gone = !orderId || isGone(error)
  return { options: gone ? undefined : data, gone, error: data || gone ? null : error, refresh: refetch }
}
