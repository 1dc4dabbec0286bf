import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { WalletState } from '@xiaopu/contract'
import { useCallback } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { walletKeys } from './wallet-keys'

export const WALLET_STATES: readonly WalletState[] = ['usable', 'used', 'expired']

/** The coupons in one state. @param enabled off where there is no shopper to have taken any */
export function useWalletList(state: WalletState, enabled = true) {
  const { locale } = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: walletKeys.list(state, locale),
    queryFn: ({ signal }) => api.wallet.list(state, { signal }),
    enabled,
  })
  return { coupons: data, error: data ? null : error, retry: () => void refetch() }
}

/** All that was taken, by state. It needs a session, so the first call signs in silently. */
export function useWallet(enabled = true) {
  const lists = {
    usable: useWalletList('usable', enabled),
    used: useWalletList('used', enabled),
    expired: useWalletList('expired', enabled),
  }
  const client = useQueryClient()
  const readAgain = useCallback(() => client.invalidateQueries({ queryKey: walletKeys.wallet }), [client])
  return { lists, readAgain }
}
