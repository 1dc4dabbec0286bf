import { boolean, index, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** A shopper's address book. Kept here and not in the shop system: it is the same with every back end. */
export const addresses = gateway.table(
  'addresses',
  {
    id: text().primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    phone: text().notNull(),
    province: text().notNull(),
    city: text().notNull(),
    district: text().notNull(),
    detail: text().notNull(),
    postalCode: text('postal_code'),
    nationalCode: text('national_code'),
    isDefault: boolean('is_default').notNull(),
    /** Whether WeChat's address book is all we have it from; null: nobody has said. */
    fromWechat: boolean('from_wechat'),
    touchedAt: instant('touched_at').notNull(),
  },
  (table) => [index('addresses_shopper').on(table.shopperId)],
)
