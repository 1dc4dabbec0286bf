import { jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** What the merchant composes: for now the home page, by name. */
export const documents = gateway.table('documents', {
  name: text().primaryKey(),
  content: jsonb().notNull(),
  updatedAt: instant('updated_at').notNull(),
})
