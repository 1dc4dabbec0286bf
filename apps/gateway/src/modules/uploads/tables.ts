import type { Picture } from '@xiaopu/commerce'
import { index, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/**
 * Pictures shoppers have sent. `claimedBy` names what a picture was put into, such as `review:42`; null: nothing yet; `nobody`: it is
 * to be thrown away. The files go before the row does, so that no crash leaves a file nobody knows of.
 */
export const uploads = gateway.table(
  'uploads',
  {
    id: text().primaryKey(),
    shopperId: text('shopper_id').notNull(),
    picture: jsonb().$type<Picture>().notNull(),
    createdAt: instant('created_at').notNull(),
    claimedBy: text('claimed_by'),
  },
  (table) => [
    index('uploads_shopper').on(table.shopperId),
    index('uploads_claimed_by').on(table.claimedBy, table.createdAt),
  ],
)
