import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { rereadOrders } from './reread-orders'

/** Asks again for everything that shows an order: when the shopper pulls a page down, say. */
export function useReadAgain() {
  const client = useQueryClient()
  return useCallback(() => rereadOrders(client), [client])
}

/** For a list of orders: what was opened from it may have changed when one comes back, and what is new is at its top. */
export function useComingBack() {
  const client = useQueryClient()
  const opened = useRef('')
  return useMemo(
    () => ({
      leftFor: (orderId: string) => {
        opened.current = orderId
      },
      cameBack: () => rereadOrders(client, opened.current),
    }),
    [client],
  )
}
