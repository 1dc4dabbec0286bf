import type { QueryClient } from '@tanstack/react-query'
import type { OrderQuery } from '@xiaopu/contract'

const ORDERS = ['orders'] as const

/** Under which names orders are kept. All begin alike, so that one word makes them all be asked again. */
export const orderKeys = {
  list: (status: OrderQuery['status'], q = '') => [...ORDERS, 'list', status ?? 'all', q] as const,
  counts: [...ORDERS, 'counts'] as const,
  parcel: (id: string, shipment: string) => [...ORDERS, 'parcel', id, shipment] as const,
  order: (id: string) => [...ORDERS, 'order', id] as const,
}

/** Something happened to an order: all that shows one asks again. */
export const rereadOrders = (client: QueryClient) => client.invalidateQueries({ queryKey: ORDERS })
