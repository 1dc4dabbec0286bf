import type { Campaign } from '@xiaopu/contract'
import { hasLiveSession } from '../../api/session'
import { type Offer, offerOf } from './offer'
import { useTaps } from './take-desk'
import { useWallet } from './use-wallet'

/** What the shopper can do with each of these. Until the wallet is known, what they have is offered, and the server says so after a tap. */
export function useOffers(campaigns: readonly Campaign[]): { campaign: Campaign; offer: Offer }[]
export function useOffers(
  campaigns: readonly Campaign[] | undefined,
): { campaign: Campaign; offer: Offer }[] | undefined
export function useOffers(campaigns: readonly Campaign[] | undefined) {
  const tapped = useTaps((state) => state.tapped)
  const { lists } = useWallet(hasLiveSession())
  const owned = { usable: lists.usable.coupons, used: lists.used.coupons, expired: lists.expired.coupons }
  return campaigns?.map((campaign) => ({ campaign, offer: offerOf(campaign, owned, tapped.includes(campaign.id)) }))
}
