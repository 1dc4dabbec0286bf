import type { CampaignTerms } from '@xiaopu/contract'
import { index, integer, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** Coupons of the shop system that shoppers take before they count. The shop system may be Magento: it has no wallet. */
export const campaigns = gateway.table('campaigns', {
  id: text().primaryKey(),
  /** In capitals: how a code is written does not matter. */
  code: text().notNull().unique(),
  terms: jsonb().$type<CampaignTerms>().notNull(),
  taken: integer().notNull().default(0),
  createdAt: instant('created_at').notNull(),
})

/** A coupon in somebody's wallet. It is held by an order's reference while that is placed, then spent on the order. */
export const takenCoupons = gateway.table(
  'taken_coupons',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    takenAt: instant('taken_at').notNull(),
    expiresAt: instant('expires_at'),
    tillCode: text('till_code').unique(),
    heldBy: text('held_by'),
    heldAt: instant('held_at'),
    orderId: text('order_id'),
    redeemedAt: instant('redeemed_at'),
  },
  (table) => [
    index('taken_coupons_shopper').on(table.shopperId, table.campaignId),
    uniqueIndex('taken_coupons_held_by').on(table.heldBy, table.campaignId),
    index('taken_coupons_order').on(table.orderId),
  ],
)
