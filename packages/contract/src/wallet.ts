import { z } from 'zod'
import { Address, CouponCode, CouponRefusal, DeliveryWish, PurchaseSource, QuotedCoupon } from './checkout'
import { Id, Instant } from './primitives'
import type { RouteContract } from './routes'

const Stackable = z
  .boolean()
  .describe('Whether one order may have others with it; false where the shop takes one to an order')

/** A coupon shoppers may take. What it takes off is decided by the shop system; the words are the merchant's. */
export const Campaign = z
  .object({
    id: Id,
    name: z.string().describe('新人券'),
    benefit: z.string().describe('满 200 减 30'),
    note: z.string().describe('What it is for, and what not; may be empty'),
    endsAt: Instant.nullable().describe('Until when it can be taken'),
    left: z.int().min(0).nullable().describe('null: as many as like'),
    perShopper: z.int().min(1),
    stackable: Stackable,
  })
  .meta({ id: 'Campaign' })
export type Campaign = z.infer<typeof Campaign>

export const WalletState = z.enum(['usable', 'used', 'expired'])
export type WalletState = z.infer<typeof WalletState>

/** A coupon a shopper has taken. */
export const WalletCoupon = z
  .object({
    id: Id,
    campaignId: Id,
    code: z.string().describe('Given with a quote'),
    name: z.string(),
    benefit: z.string(),
    note: z.string(),
    takenAt: Instant,
    expiresAt: Instant.nullable(),
    state: WalletState,
    /** Shown as a QR code at the till of a shop; good for one time. */
    tillCode: z.string().nullable(),
    stackable: Stackable,
  })
  .meta({ id: 'WalletCoupon' })
export type WalletCoupon = z.infer<typeof WalletCoupon>

export const CampaignQuery = z.strictObject({
  product: Id.optional().describe('Only those that can count for it, as far as the shop system tells'),
})

export const WalletQuery = z.strictObject({ state: WalletState.default('usable') })

export const CouponsFor = z.strictObject({
  source: PurchaseSource,
  address: Address.nullable(),
  delivery: DeliveryWish.optional(),
})
export type CouponsFor = z.infer<typeof CouponsFor>

/** What each coupon does by itself: the one worth most comes first. */
export const FittingCoupons = z
  .object({
    usable: z.array(QuotedCoupon.extend({ walletId: Id, expiresAt: Instant.nullable() })),
    unusable: z.array(CouponRefusal.extend({ walletId: Id, name: z.string(), expiresAt: Instant.nullable() })),
    best: z.array(z.string()).describe('Codes that together take the most off; empty where none counts'),
    couponLimit: z.int().min(1).describe('So many coupons one order can have'),
  })
  .meta({ id: 'FittingCoupons' })
export type FittingCoupons = z.infer<typeof FittingCoupons>

const Words = z.strictObject({ 'zh-CN': z.string().trim().max(80), en: z.string().trim().max(80) })

/** `code` is a coupon of the shop system: with a campaign it counts only for who has taken it. */
export const CampaignTerms = z
  .strictObject({
    code: CouponCode,
    name: Words,
    benefit: Words,
    note: Words,
    stock: z.int().min(1).max(10_000_000).nullable(),
    perShopper: z.int().min(1).max(100),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    validDays: z.int().min(1).max(3_650).nullable().describe('Days after it was taken; null: until validUntil'),
    validUntil: Instant.nullable(),
    atTill: z.boolean().describe('Can also be redeemed in a shop'),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, 'startsAt must be before endsAt')
export type CampaignTerms = z.infer<typeof CampaignTerms>

export const walletRoutes = {
  listCampaigns: {
    method: 'GET',
    path: '/v1/coupons',
    summary: 'Coupons that can be taken now',
    auth: 'anyone',
    query: CampaignQuery,
    status: 200,
    response: z.object({ campaigns: z.array(Campaign) }),
    errors: ['commerce_unavailable'],
  },
  takeCoupon: {
    method: 'POST',
    path: '/v1/coupons/:campaignId/take',
    summary: 'Take one',
    auth: 'shopper',
    params: z.strictObject({ campaignId: Id }),
    status: 201,
    response: WalletCoupon,
    errors: ['not_found', 'coupon_gone', 'coupon_taken'],
  },
  listWallet: {
    method: 'GET',
    path: '/v1/wallet',
    summary: 'Coupons the shopper has taken: usable ones by when they end, others by when they were taken',
    auth: 'shopper',
    query: WalletQuery,
    status: 200,
    response: z.object({ coupons: z.array(WalletCoupon).max(200) }),
    errors: ['commerce_unavailable'],
  },
  fitCoupons: {
    method: 'POST',
    path: '/v1/checkout/coupons',
    summary: 'Which coupons of the wallet count for a purchase, and why the others do not',
    auth: 'shopper',
    body: CouponsFor,
    status: 200,
    response: FittingCoupons,
    errors: ['not_found', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>

export const MerchantCampaign = z
  .object({ id: Id, terms: CampaignTerms, taken: z.int().min(0), used: z.int().min(0) })
  .meta({ id: 'MerchantCampaign' })
export type MerchantCampaign = z.infer<typeof MerchantCampaign>

/** What a cashier scans or types. */
export const TillCode = z.strictObject({ tillCode: z.string().regex(/^\d{12}$/, '12 digits') })
export const RedeemedCoupon = z
  .object({ name: z.string(), benefit: z.string(), note: z.string(), redeemedAt: Instant })
  .meta({ id: 'RedeemedCoupon' })
