import type { CancelReason } from '@xiaopu/contract'
import { boolean, index, integer, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/**
 * What its shopper has done with an order besides buying it. Kept here and not in the shop system: Magento knows none of
 * it. An order without a row is one nothing was done with.
 */
export const orderCare = gateway.table(
  'order_care',
  {
    orderId: text('order_id').primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    cancelReason: text('cancel_reason').$type<CancelReason>(),
    cancelWords: text('cancel_words'),
    remindedSince: instant('reminded_since'),
    remindedAt: instant('reminded_at'),
    reminders: integer().notNull().default(0),
    receiptExtended: boolean('receipt_extended').notNull().default(false),
    /** When the last parcel left, later by as long as an after-sale has stopped the clock; null once nothing of it is waited for. */
    lastParcelAt: instant('last_parcel_at'),
    /** When WeChat is asked next whether its shopper has confirmed receipt there; null: it is not. */
    askWechatAt: instant('ask_wechat_at'),
    /** How often it was asked since the last parcel. */
    wechatAsks: integer('wechat_asks').notNull().default(0),
    /** When receipt was confirmed in WeChat, by the shopper or by WeChat's own clock. */
    receivedInWechatAt: instant('received_in_wechat_at'),
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    index('order_care_deleted').on(table.shopperId, table.deletedAt),
    index('order_care_reminded').on(table.remindedSince),
    index('order_care_last_parcel').on(table.lastParcelAt),
    index('order_care_ask_wechat').on(table.askWechatAt),
    index('order_care_received_in_wechat').on(table.receivedInWechatAt),
  ],
)
