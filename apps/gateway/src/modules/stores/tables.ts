import { text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

/** Which store a shopper calls theirs. None any more is a choice too, so that an older one cannot come back. */
export const myStores = gateway.table('my_stores', {
  shopperId: text('shopper_id')
    .primaryKey()
    .references(() => shoppers.id, { onDelete: 'cascade' }),
  storeId: text('store_id'),
  /** What it was called then: all there is to say of it once it is gone. */
  name: text(),
  chosenAt: instant('chosen_at').notNull(),
})
