import type { OrderQuery } from '@xiaopu/contract'

export const ORDERS = ['orders'] as const

/** Under which names orders are kept. All begin alike, so that one word makes them all be asked again. */
export const orderKeys = {
  lists: [...ORDERS, 'list'] as const,
  list: (status: OrderQuery['status'], q = '') => [...orderKeys.lists, status ?? 'all', q] as const,
  counts: [...ORDERS, 'counts'] as const,
  parcel: (id: string, shipment: string) => [...ORDERS, 'parcel', id, shipment] as const,
  order: (id: string) => [...ORDERS, 'order', id] as const,
  messages: (id: string) => [...ORDERS, 'messages', id] as const,
}
