import { useQuery } from '@tanstack/react-query'
import { isApiError } from '@xiaopu/api-client'
import { api } from '../../api/client'
import { orderKeys } from './order-keys'

/** How far one parcel is. `gone`: there is none by these ids, or it is somebody else's. */
export function useParcel(order: string | undefined, shipment: string | undefined) {
  const { data, error, refetch } = useQuery({
    queryKey: orderKeys.parcel(order ?? '', shipment ?? ''),
    queryFn: ({ signal }) => api.orders.trace(order ?? '', shipment ?? '', { signal }),
    enabled: Boolean(order && shipment),
  })
  const gone = !order || !shipment || (isApiError(error) && error.code === 'not_found')
  return { parcel: gone ? undefined : data, gone, error: data || gone ? null : error, refresh: refetch }
}
