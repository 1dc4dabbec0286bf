import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../api/client'
import { hasLiveSession } from '../../api/session'
import { useLocale } from '../../i18n'
import { offerOf } from './offer'
import { take, useTaps } from './take-desk'
import { useWallet } from './use-wallet'
import { walletKeys } from './wallet-keys'

/** What can be taken, and what the shopper has of it. Looking signs nobody in: only the tap on 领取 does. */
export function useCampaigns() {
  const { locale } = useLocale()
  const client = useQueryClient()
  const tapped = useTaps((state) => state.tapped)
  // Critical: the list is the page.
  const { data, error, refetch } = useQuery({
    queryKey: walletKeys.campaignList(locale),
    queryFn: ({ signal }) => api.wallet.campaigns({ signal }),
  })
  // Deferred: until it is known, a coupon the shopper has is offered, and the server says so after a tap.
  const { lists, readAgain: readWallet } = useWallet(hasLiveSession())
  const owned = { usable: lists.usable.coupons, used: lists.used.coupons, expired: lists.expired.coupons }

  const readAgain = useCallback(
    () => Promise.all([client.invalidateQueries({ queryKey: walletKeys.campaigns }), readWallet()]),
    [client, readWallet],
  )
  return {
    offers: data?.map((campaign) => ({ campaign, offer: offerOf(campaign, owned, tapped.includes(campaign.id)) })),
    error: data ? null : error,
    retry: () => void refetch(),
    readAgain,
    take,
  }
}
