import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { oneThing } from '../../api/one-thing'
import { orderKeys } from './order-keys'

/** One own order. `gone`: there is none by this id, or it is somebody else's, which is the same to us. */
export function useOrder(id: string | undefined) {
  const query = useQuery({
    queryKey: orderKeys.order(id ?? ''),
    queryFn: ({ signal }) => api.orders.get(id ?? '', { signal }),
    enabled: Boolean(id),
  })
  const { thing: order, ...standing } = oneThing(Boolean(id), query)
  return { order, receivedAt: query.dataUpdatedAt, ...standing }
}
