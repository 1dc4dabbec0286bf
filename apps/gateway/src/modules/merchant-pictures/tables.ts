import type { Picture } from '@xiaopu/commerce'
import { index, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/**
 * Pictures the shop's people have sent. The files of one go before its row does, so that no crash leaves a file nobody knows of.
 */
export const merchantPictures = gateway.table(
  'merchant_pictures',
  {
    /** Its key in the media store, by which a home page names it. */
    source: text().primaryKey(),
    picture: jsonb().$type<Picture>().notNull(),
    staffId: text('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    sentAt: instant('sent_at').notNull(),
    /** When it was sent, or last written into a home page. */
    wantedAt: instant('wanted_at').notNull(),
    /** It is being thrown away. */
    goneAt: instant('gone_at'),
  },
  (table) => [index('merchant_pictures_wanted').on(table.wantedAt)],
)
