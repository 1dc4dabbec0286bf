import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { take } from './take-desk'
import { useOffers } from './use-offers'
import { walletKeys } from './wallet-keys'

/** What can be taken, and what the shopper has of it. Looking signs nobody in: only the tap on 领取 does. */
export function useCampaigns() {
  const { locale } = useLocale()
  const client = useQueryClient()
  // Critical: the list is the page.
  const { data, error, refetch } = useQuery({
    queryKey: walletKeys.campaignList(locale),
    queryFn: ({ signal }) => api.wallet.campaigns({ signal }),
  })
  const offers = useOffers(data)

  const readAgain = useCallback(
    () =>
      Promise.all([walletKeys.campaigns, walletKeys.wallet].map((queryKey) => client.invalidateQueries({ queryKey }))),
    [client],
  )
  return {
    offers,
    error: data ? null : error,
    retry: () => void refetch(),
    readAgain,
    take,
  }
}
