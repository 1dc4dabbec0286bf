import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { walletKeys } from './wallet-keys'

/** A product waits so long for its coupons, ms: they stand above what is read first, and would push it down. */
const PATIENCE_MS = 300

/**
 * Coupons to take that can count for a product; none while they are on their way, or cannot be had.
 * @param shown the product itself has come
 * @returns `awaited` while it is better to wait for them than to move the page afterwards
 */
export function useProductCampaigns(productId: string | undefined, shown: boolean) {
  const { locale } = useLocale()
  const [waited, setWaited] = useState(false)
  const { data = [], isPending } = useQuery({
    queryKey: walletKeys.campaignsFor(locale, productId),
    queryFn: ({ signal }) => api.wallet.campaignsFor(productId!, { signal }),
    enabled: productId !== undefined,
  })
  const awaited = shown && productId !== undefined && isPending && !waited
  useEffect(() => {
    if (!awaited) return
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [awaited])
  return { campaigns: data, awaited }
}
