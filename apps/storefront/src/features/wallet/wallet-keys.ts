import type { WalletState } from '@xiaopu/contract'

/** Under which names the answers about coupons are kept; their words come translated. */
export const walletKeys = {
  campaigns: ['coupons'] as const,
  campaignList: (locale: string) => ['coupons', locale] as const,
  campaignsFor: (locale: string, productId: string | undefined) => ['coupons', locale, productId] as const,
  wallet: ['wallet'] as const,
  list: (state: WalletState, locale: string) => ['wallet', state, locale] as const,
}
