import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { orderKeys } from './order-keys'

/** How many orders wait in each state. Deferred: without them there are no numbers, and nothing else is missing. */
export function useOrderCounts(enabled = true) {
  return useQuery({ queryKey: orderKeys.counts, queryFn: ({ signal }) => api.orders.counts({ signal }), enabled }).data
}
