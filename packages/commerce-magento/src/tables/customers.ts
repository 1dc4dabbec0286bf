import { integer, text } from 'drizzle-orm/pg-core'
import { instant, magento } from './schema'

/** Which Magento customer a shopper of ours is. Made once; the e-mail is a placeholder nobody else can know. */
export const customers = magento.table('customers', {
  customerId: text('customer_id').primaryKey(),
  magentoId: integer('magento_id').notNull().unique(),
  email: text('email').notNull().unique(),
  createdAt: instant('created_at').notNull(),
})
