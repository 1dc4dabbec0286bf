import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Address, FittingCoupons, PurchaseSource, Quote } from '@xiaopu/contract'
import { useEffect } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import type { useCoupon } from './use-coupon'

const NONE: FittingCoupons = { usable: [], unusable: [], best: [], couponLimit: 1 }

interface Fitted {
  source: PurchaseSource
  address: Address | null
  quote: Quote | undefined
  coupon: ReturnType<typeof useCoupon>
  /** Off while amounts or an order are under way: this can come later. */
  enabled: boolean
}

/** Which coupons of the wallet count for this purchase; asked again when goods or address change. The best is preselected once. */
export function useFitting({ source, address, quote, coupon, enabled }: Fitted) {
  const { locale } = useLocale()
  const goods = quote?.lines.map(({ skuId, quantity, unitPrice }) => [skuId, quantity, unitPrice])
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['fitting', source, address, goods, locale],
    queryFn: ({ signal }) => api.wallet.fitting({ source, address }, { signal }),
    enabled: enabled && quote !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

  const known = data !== undefined && !isPlaceholderData
  const best = data?.usable[0]?.code ?? null
  const { preselect } = coupon
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once it is known; drawing anew makes another function of the same
  useEffect(() => {
    if (known) void preselect(best)
  }, [known, best])

  return {
    ...(data ?? NONE),
    /** The sheet has nothing to show yet. */
    pending: !data && !error,
    error: data ? null : error,
    refit: () => void refetch(),
  }
}
