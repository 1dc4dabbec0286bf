import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq, getTableColumns } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { campaigns, takenCoupons } from './tables'

const { shopperId: _owner, campaignId: _campaign, heldBy: _reference, ...shown } = getTableColumns(takenCoupons)

export const walletPart = (db: Sql): PersonalPart => ({
  name: 'coupons',
  tables: ['taken_coupons'],
  withAccount: 'goes',
  show: ({ customer }) =>
    db
      .select({ code: campaigns.code, ...shown })
      .from(takenCoupons)
      .innerJoin(campaigns, eq(campaigns.id, takenCoupons.campaignId))
      .where(eq(takenCoupons.shopperId, customer.id)),
})
