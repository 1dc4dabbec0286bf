import type {
  MerchantRouteName,
  merchantAfterSaleRoutes,
  merchantCareRoutes,
  merchantFilmRoutes,
  merchantHomeRoutes,
  merchantPictureRoutes,
  merchantStoreRoutes,
} from '@xiaopu/contract'
import type { Handlers } from '../../http/calls'
import type { Acts } from './acts'
import type { Office } from './office'
import type { Staff } from './staff'

/** What other modules let the shop's people decide. */
type Elsewhere =
  | 'putHotWords'
  | 'listMerchantCampaigns'
  | 'putCampaign'
  | 'redeemAtTill'
  | 'markPickupReady'
  | 'collectPickup'
  | 'setStoreStock'
  | 'listPendingReviews'
  | 'decideReview'
  | keyof typeof merchantAfterSaleRoutes
  | keyof typeof merchantHomeRoutes
  | keyof typeof merchantCareRoutes
  | keyof typeof merchantPictureRoutes
  | keyof typeof merchantFilmRoutes
  | keyof typeof merchantStoreRoutes

export const merchantHandlers = (
  staff: Staff,
  acts: Acts,
  office: Office,
): Handlers<Exclude<MerchantRouteName, Elsewhere>> => ({
  getStaffMember: async (call) => call.staff,
  listStaff: async () => ({ staff: await staff.list() }),
  hireStaff: ({ body }) => staff.hire(body),
  dismissStaff: ({ params }) => staff.dismiss(params.staffId),
  listMerchantActs: ({ query }) => acts.list(query),
  listMerchantOrders: ({ query }) => office.orders(query),
  getMerchantOrder: ({ params }) => office.order(params.orderId),
  shipOrder: ({ params, body }) => office.ship(params.orderId, body),
  setStock: ({ params, body }) => office.setStock(params.skuCode, body.onHand),
  setPrice: ({ params, body }) => office.setPrice(params.skuCode, body),
  listMerchantCoupons: async () => ({ coupons: await office.coupons() }),
  getShippingRules: () => office.shippingRules(),
  putShippingRules: ({ body }) => office.putShippingRules(body),
  putCoupon: ({ params, body }) => {
    const { startsAt, endsAt, ...terms } = body
    const at = (instant: string | null) => (instant === null ? null : new Date(instant))
    return office.putCoupon({ code: params.code, ...terms, startsAt: at(startsAt), endsAt: at(endsAt) })
  },
})
