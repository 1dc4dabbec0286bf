import { type Handlers, shopperContext } from '../../http/calls'
import type { Campaigns } from './campaigns'
import type { createCampaignsFor } from './campaigns-for'
import type { createFitting } from './fitting'
import type { Wallet } from './wallet'

type WalletRoute =
  | 'listCampaigns'
  | 'takeCoupon'
  | 'listWallet'
  | 'fitCoupons'
  | 'listMerchantCampaigns'
  | 'putCampaign'
  | 'redeemAtTill'

export const walletHandlers = (
  campaigns: Campaigns,
  wallet: Wallet,
  fitting: ReturnType<typeof createFitting>,
  campaignsFor: ReturnType<typeof createCampaignsFor>,
): Handlers<WalletRoute> => ({
  listCampaigns: async ({ locale, query }) => ({
    campaigns: query.product ? await campaignsFor(locale, query.product) : await campaigns.list(locale),
  }),
  takeCoupon: ({ shopper, params, locale }) => campaigns.take(shopper.id, params.campaignId, locale),
  listWallet: async ({ shopper, query, locale }) => ({ coupons: await wallet.list(shopper.id, locale, query.state) }),
  fitCoupons: (call) => fitting(shopperContext(call), call.body),
  listMerchantCampaigns: async () => ({ campaigns: await campaigns.forMerchant() }),
  putCampaign: ({ params, body }) => campaigns.put(params.campaignId, body),
  redeemAtTill: ({ body }) => wallet.redeem(body.tillCode),
})
