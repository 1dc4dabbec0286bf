import type { Campaign, CouponsFor, FittingCoupons, WalletCoupon, WalletState } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listCampaigns = endpoint({
  name: 'listCampaigns',
  method: 'GET',
  path: '/v1/coupons',
  auth: 'anyone',
  status: 200,
})
const takeCoupon = endpoint({
  name: 'takeCoupon',
  method: 'POST',
  path: '/v1/coupons/:campaignId/take',
  auth: 'shopper',
  status: 201,
})
const listWallet = endpoint({ name: 'listWallet', method: 'GET', path: '/v1/wallet', auth: 'shopper', status: 200 })
const fitCoupons = endpoint({
  name: 'fitCoupons',
  method: 'POST',
  path: '/v1/checkout/coupons',
  auth: 'shopper',
  status: 200,
})

export interface WalletResource {
  /** Coupons that can be taken now. */
  campaigns(options?: CallOptions): Promise<Campaign[]>
  /** Those of them that can count for a product. */
  campaignsFor(productId: string, options?: CallOptions): Promise<Campaign[]>
  /** @throws {ApiError} `not_found`, `coupon_gone`, `coupon_taken` */
  take(campaignId: string, options?: CallOptions): Promise<WalletCoupon>
  list(state: WalletState, options?: CallOptions): Promise<WalletCoupon[]>
  /** Which of them count for a purchase, the best first, and why the others do not. */
  fitting(purchase: CouponsFor, options?: CallOptions): Promise<FittingCoupons>
}

export const walletResource = (call: Caller): WalletResource => ({
  campaigns: async (options) => (await call(listCampaigns, options)).campaigns,
  campaignsFor: async (product, options) => (await call(listCampaigns, { ...options, query: { product } })).campaigns,
  take: (campaignId, options) => call(takeCoupon, { ...options, params: { campaignId } }),
  list: async (state, options) => (await call(listWallet, { ...options, query: { state } })).coupons,
  fitting: (purchase, options) => call(fitCoupons, { ...options, body: purchase }),
})
