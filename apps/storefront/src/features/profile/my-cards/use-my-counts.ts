import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { api } from '../../../api/client'
import { keptKeys } from '../../keepsakes/kept-keys'
import { useWalletList } from '../../wallet/use-wallet'

/**
 * How many coupons can be used and how many products are favourites, asked again each time the page is seen. Deferred: undefined
 * until it is known, and where nobody is signed in.
 */
export function useMyCounts(signedIn: boolean): { coupons: number | undefined; favourites: number | undefined } {
  const wallet = useWalletList('usable', signedIn)
  const favourites = useQuery({
    queryKey: keptKeys.favouriteIds,
    queryFn: ({ signal }) => api.favourites.ids({ signal }),
    enabled: signedIn,
  })
  useDidShow(() => {
    if (!signedIn) return
    wallet.retry()
    void favourites.refetch()
  })
  return signedIn
    ? { coupons: wallet.coupons?.length, favourites: favourites.data?.length }
    : { coupons: undefined, favourites: undefined }
}
