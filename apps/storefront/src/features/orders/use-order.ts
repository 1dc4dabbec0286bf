import { useQuery } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import { api } from '../../api/client'
import { orderKeys } from './order-keys'

/** One own order. `gone`: there is none by this id, or it is somebody else's, which is the same to us. */
export function useOrder(id: string | undefined) {
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: orderKeys.order(id ?? ''),
    queryFn: ({ signal }) => api.orders.get(id ?? '', { signal }),
    enabled: Boolean(id),
  })
  const gone = !id || (isApiError(error) && (error.code === 'not_found' || error.code === 'validation_failed'))
  return {
    order: gone ? undefined : data,
    receivedAt: dataUpdatedAt,
    gone,
    error: data || gone ? null : error,
    refresh: refetch,
  }
}
