import type { Campaign, WalletCoupon, WalletState } from '@xiaopu/contract'

/** What a shopper has taken, as far as it is known. */
export type Owned = Partial<Record<WalletState, readonly WalletCoupon[]>>

/**
 * What can be done with a coupon of the centre. `taken` is a tap that the server has not answered; `spent` is used or over, and
 * there is no more of it for this shopper.
 */
export type Offer = 'free' | 'another' | 'taken' | 'usable' | 'spent' | 'gone'

export function offerOf({ id, perShopper, left }: Campaign, owned: Owned, tapped: boolean): Offer {
  if (tapped) return 'taken'
  const count = (state: WalletState) => owned[state]?.filter(({ campaignId }) => campaignId === id).length ?? 0
  const usable = count('usable')
  const all = usable + count('used') + count('expired')
  if (all >= perShopper || left === 0) return usable > 0 ? 'usable' : all > 0 ? 'spent' : 'gone'
  return usable > 0 ? 'another' : 'free'
}

const FEW = 20

/** How many are left, where that is few enough to be said. */
export const fewLeft = ({ left }: Campaign) => (left !== null && left > 0 && left <= FEW ? left : null)
