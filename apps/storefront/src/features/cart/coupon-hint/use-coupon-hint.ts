import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cart } from '@xiaopu/contract'
import { api } from '../../../api/client'
import { hasLiveSession } from '../../../api/session'
import { useLocale } from '../../../i18n'
import { useWalletList } from '../../wallet/use-wallet'
import { walletKeys } from '../../wallet/wallet-keys'
import { isPickupOnly } from '../cart-change'
import { couponHint, type Hint } from './coupon-hint'

/**
 * What little is missing for a coupon of the wallet to count for the chosen lines. Asked only of who has coupons; not of what is
 * picked up, before it is known where.
 */
export function useCouponHint({ lines }: Cart, updating: boolean): Hint | null {
  const { locale } = useLocale()
  const { coupons = [] } = useWalletList('usable', hasLiveSession())
  const goods = lines.flatMap((line) => (line.selected ? [[line.skuId, line.quantity, line.unitPrice]] : []))
  const pickedUp = lines.some((line) => line.selected && isPickupOnly(line))
  const { data } = useQuery({
    queryKey: [...walletKeys.wallet, 'hint', locale, goods],
    queryFn: ({ signal }) => api.wallet.fitting({ source: { kind: 'cart' }, address: null }, { signal }),
    enabled: coupons.length > 0 && goods.length > 0 && !updating && !pickedUp,
    placeholderData: keepPreviousData,
  })
  return data && goods.length > 0 && !pickedUp ? couponHint(data, coupons) : null
}
