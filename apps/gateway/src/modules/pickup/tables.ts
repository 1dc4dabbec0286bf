import { text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** What the till asks of who picks an order up. The shop system may be Magento: it has no such thing. */
export const pickupCodes = gateway.table('pickup_codes', {
  orderId: text('order_id').primaryKey(),
  code: text().notNull().unique(),
  createdAt: instant('created_at').notNull(),
})
