import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { rereadOrders } from './order-keys'

/** Asks again for everything that shows an order: after coming back to a page, or when the shopper pulls it down. */
export function useReadAgain() {
  const client = useQueryClient()
  return useCallback(() => rereadOrders(client), [client])
}
