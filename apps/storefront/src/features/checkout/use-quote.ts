import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Address, DeliveryWish, PurchaseSource } from '@xiaopu/contract'
import { api } from '../../api/client'
import { type Locale, useLocale } from '../../i18n'

/** What a quote is asked for. */
export interface Quoted {
  source: PurchaseSource
  address: Address | null
  /** null: as a parcel, to the address. */
  delivery: DeliveryWish | null
  /** As typed. */
  coupons: readonly string[]
}

export const quoteQuery = ({ source, address, delivery, coupons }: Quoted, locale: Locale) => ({
  queryKey: ['quote', source, delivery ?? address, coupons, locale],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.checkout.quote(
      {
        source,
        address,
        delivery: delivery ?? undefined,
        coupons: coupons.length > 0 ? [...coupons] : undefined,
      },
      { signal },
    ),
})

/**
 * What it would cost: asked when checkout opens, for each address and the coupons, and when the gateway says that something changed.
 * Never by itself: once the order is placed the cart is empty, and the page would say so behind the payment sheet.
 */
export function useQuote(quoted: Quoted) {
  const { locale } = useLocale()
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...quoteQuery(quoted, locale),
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
