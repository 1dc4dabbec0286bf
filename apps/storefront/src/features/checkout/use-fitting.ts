import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Address, DeliveryWish, FittingCoupons, PurchaseSource, Quote } from '@xiaopu/contract'
import { useEffect } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { isSendable } from '../cart'
import type { useCoupons } from './use-coupons'

const NONE: FittingCoupons = { usable: [], unusable: [], best: [], couponLimit: 1 }

interface Fitted {
  source: PurchaseSource
  address: Address | null
  /** null: as a parcel, to the address. */
  delivery: DeliveryWish | null
  quote: Quote | undefined
  coupons: ReturnType<typeof useCoupons>
  /** Off while amounts or an order are under way: this can come later. */
  enabled: boolean
}

/** Which coupons of the wallet count for this purchase; asked again when goods or address change. The best are preselected once for the same goods. */
export function useFitting({ source, address, delivery, quote, coupons, enabled }: Fitted) {
  const { locale } = useLocale()
  const goods = quote?.lines.map(({ skuId, quantity, unitPrice }) => [skuId, quantity, unitPrice])
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['fitting', source, delivery ?? address, goods, locale],
    queryFn: ({ signal }) => api.wallet.fitting({ source, address, delivery: delivery ?? undefined }, { signal }),
    enabled: enabled && quote !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

  const known = data !== undefined && !isPlaceholderData
  const bought = quote && JSON.stringify(quote.lines.filter(isSendable).map(({ skuId, quantity }) => [skuId, quantity]))
  const { preselect } = coupons
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once it is known; drawing anew makes another function of the same
  useEffect(() => {
    if (known && quote && bought !== undefined) void preselect({ best: data.best, goods: bought, quote })
  }, [known, bought])

  return {
    ...(data ?? NONE),
    /** The sheet has nothing to show yet. */
    pending: !data && !error,
    error: data ? null : error,
    refit: () => void refetch(),
  }
}
