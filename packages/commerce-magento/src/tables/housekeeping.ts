import { text } from 'drizzle-orm/pg-core'
import { instant, magento } from './schema'

/** Ids too long for the contract, by what stands for them. */
export const longIds = magento.table('long_ids', {
  id: text('id').primaryKey(),
  meant: text('meant').notNull(),
})

/** Who works on what, and until when at most: no transaction stays open while Magento is waited for. */
export const leases = magento.table('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: instant('until').notNull(),
})

/** How far Magento's changes have been read. */
export const cursors = magento.table('cursors', {
  name: text('name').primaryKey(),
  position: text('position').notNull(),
})
