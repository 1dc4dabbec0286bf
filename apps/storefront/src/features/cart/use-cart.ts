import { useQuery } from '@tanstack/react-query'
import type { Cart } from '@xiaopu/contract'
import { useMemo } from 'react'
import { api } from '../../api/client'
import { queryClient } from '../../api/query-client'
import { useLocale } from '../../i18n'
import { withChange } from './cart-change'
import { cartChanges, cartKey, rereadCart, useUnanswered } from './cart-desk'

const actions = {
  setQuantity: (lineId: string, quantity: number) => cartChanges.push({ kind: 'quantity', lineId, quantity }),
  changeSku: (lineId: string, skuId: string) => cartChanges.push({ kind: 'sku', lineId, skuId }),
  select: (lineIds: 'all' | string[], selected: boolean) => cartChanges.push({ kind: 'select', lineIds, selected }),
  remove: (lineIds: string[]) => cartChanges.push({ kind: 'remove', lineIds }),
  /** When the server knows all that was tapped. Wait for it before going to checkout. */
  settled: () => cartChanges.idle(),
  refresh: rereadCart,
}

/**
 * The cart, with what the shopper just did already in it; sums are the server's and follow. It needs a session, so the first
 * call signs in silently. Each action settles with whether it was done, and has then already told why not.
 */
export function useCart() {
  const queryKey = cartKey(useLocale().locale)
  // The data is read so that the hook hears of it: a cart that was asked for again changes nothing else.
  const { data: heard, error, isPending } = useQuery({ queryKey, queryFn: () => api.cart.get() })
  // Its own data comes a moment later, and for this moment the stepper would jump back.
  const data = queryClient.getQueryData<Cart>(queryKey) ?? heard
  const changes = useUnanswered((state) => state.changes)
  const cart = useMemo(() => data && changes.reduce(withChange, data), [data, changes])
  return {
    cart,
    /** Only without a cart to show: an old cart is better than a page of error. */
    error: cart ? null : error,
    loading: isPending,
    /** The sums on the screen are those from before the last tap. */
    updating: changes.length > 0,
    ...actions,
  }
}
