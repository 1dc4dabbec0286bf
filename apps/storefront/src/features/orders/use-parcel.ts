import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { oneThing } from '../../api/one-thing'
import { orderKeys } from './order-keys'

/** How far one parcel is. `gone`: there is none by these ids, or it is somebody else's. */
export function useParcel(order: string | undefined, shipment: string | undefined) {
  const query = useQuery({
    queryKey: orderKeys.parcel(order ?? '', shipment ?? ''),
    queryFn: ({ signal }) => api.orders.trace(order ?? '', shipment ?? '', { signal }),
    enabled: Boolean(order && shipment),
  })
  const { thing: parcel, ...standing } = oneThing(Boolean(order && shipment), query)
  return { parcel, ...standing }
}
