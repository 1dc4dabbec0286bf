import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { walletKeys } from './wallet-keys'

/** Coupons to take that can count for a product; none while they are on their way, or cannot be had. */
export function useProductCampaigns(productId: string | undefined) {
  const { locale } = useLocale()
  const { data = [] } = useQuery({
    queryKey: walletKeys.campaignsFor(locale, productId),
    queryFn: ({ signal }) => api.wallet.campaignsFor(productId!, { signal }),
    enabled: productId !== undefined,
  })
  return data
}
