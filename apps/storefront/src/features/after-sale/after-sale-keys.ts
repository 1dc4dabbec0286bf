import type { QueryClient } from '@tanstack/react-query'

const AFTER_SALES = ['after-sales'] as const

/** Under which names after-sales are kept. All begin alike, so that one word makes them all be asked again. */
export const afterSaleKeys = {
  list: [...AFTER_SALES, 'list'] as const,
  one: (id: string) => [...AFTER_SALES, 'one', id] as const,
  /** Apart from the rest: a form that was just sent does not ask what else could have been. */
  options: (orderId: string) => ['after-sale-options', orderId] as const,
}

export const rereadAfterSales = (client: QueryClient) => client.invalidateQueries({ queryKey: AFTER_SALES })
