import { isApiError } from '@xiaopu/api-client'
import type { Campaign, WalletCoupon } from '@xiaopu/contract'
import { create } from 'zustand'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { queryClient } from '../../api/query-client'
import { t, useLocaleStore } from '../../i18n'
import { toast } from '../../wechat'
import { walletKeys } from './wallet-keys'

/** Campaigns that were tapped and are not answered; drawn as taken. */
export const useTaps = create<{ tapped: readonly string[] }>(() => ({ tapped: [] }))

const usableKey = () => walletKeys.list('usable', useLocaleStore.getState().locale)

/** Takes one. It shows at once and is taken back, in words, when it came to nothing. The first call signs in silently. */
export async function take({ id }: Pick<Campaign, 'id'>): Promise<void> {
  const { tapped } = useTaps.getState()
  if (tapped.includes(id)) return
  useTaps.setState({ tapped: [...tapped, id] })
  try {
    const coupon = await api.wallet.take(id)
    toast(t('wallet.taken'), 'success')
    setLeft(id, (left) => left && left - 1)
    await keep(coupon)
  } catch (error) {
    toast(errorSentence(error, t))
    const code = isApiError(error) && error.code
    if (code === 'coupon_gone' || code === 'not_found') setLeft(id, () => 0)
    // Taken on another phone, or by a tap whose answer was lost: the wallet knows.
    else await readUsable().catch(() => undefined)
  } finally {
    useTaps.setState(({ tapped }) => ({ tapped: tapped.filter((one) => one !== id) }))
    void queryClient.invalidateQueries({ queryKey: walletKeys.wallet })
  }
}

/** What the list says until it is read again: of as many as like there is never one less. */
function setLeft(id: string, leftOf: (left: number | null) => number | null) {
  queryClient.setQueriesData<Campaign[]>({ queryKey: walletKeys.campaigns }, (campaigns) =>
    campaigns?.map((one) => (one.id === id ? { ...one, left: leftOf(one.left) } : one)),
  )
}

/** In the wallet before the tap is forgotten: nothing flickers. A read that was under way may have left before it. */
async function keep(coupon: WalletCoupon) {
  await queryClient.cancelQueries({ queryKey: walletKeys.wallet })
  const known = queryClient.getQueryData<WalletCoupon[]>(usableKey())
  // Who has just signed in may have coupons from another phone.
  if (!known) await readUsable().catch(() => undefined)
  queryClient.setQueryData<WalletCoupon[]>(usableKey(), (coupons = []) =>
    coupons.some(({ id }) => id === coupon.id) ? coupons : [coupon, ...coupons],
  )
}

const readUsable = () =>
  queryClient.fetchQuery({ queryKey: usableKey(), queryFn: () => api.wallet.list('usable'), staleTime: 0 })
