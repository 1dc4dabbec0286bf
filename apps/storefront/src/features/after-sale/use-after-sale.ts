import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { oneThing } from '../../api/one-thing'
import { afterSaleKeys } from './after-sale-keys'

/** One own after-sale. `gone`: there is none by this id, or it is somebody else's, which is the same to us. */
export function useAfterSale(id: string | undefined) {
  const query = useQuery({
    queryKey: afterSaleKeys.one(id ?? ''),
    queryFn: ({ signal }) => api.afterSales.get(id ?? '', { signal }),
    enabled: Boolean(id),
  })
  const { thing: afterSale, ...standing } = oneThing(Boolean(id), query)
  return { afterSale, ...standing }
}

/** What can still be asked for of an own order. */
export function useAfterSaleOptions(orderId: string | undefined) {
  const query = useQuery({
    queryKey: afterSaleKeys.options(orderId ?? ''),
    queryFn: ({ signal }) => api.afterSales.options(orderId ?? '', { signal }),
    enabled: Boolean(orderId),
    // What was asked for a moment ago cannot be asked for again.
    staleTime: 0,
  })
  const { thing: options, ...standing } = oneThing(Boolean(orderId), query)
  return { options, ...standing }
}
