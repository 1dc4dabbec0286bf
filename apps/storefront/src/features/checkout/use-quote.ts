import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Address, PurchaseSource } from '@xiaopu/contract'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'

/**
 * What it would cost: asked when checkout opens, for each address, and when the gateway says that something changed. Never by
 * itself: once the order is placed the cart is empty, and the page would say so behind the payment sheet.
 */
export function useQuote(source: PurchaseSource, address: Address | null) {
  const { locale } = useLocale()
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['quote', source, address, locale],
    queryFn: ({ signal }) => api.checkout.quote({ source, address }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return {
    quote: data,
    /** Without a quote there is nothing to show; with one of another address there is nothing to submit. */
    error: data && !isPlaceholderData ? null : error,
    asking: isFetching,
    /** The sums on the screen are for what was chosen before. */
    old: isPlaceholderData || isFetching,
    refresh: refetch,
  }
}
