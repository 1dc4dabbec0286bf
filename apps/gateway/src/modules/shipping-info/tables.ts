import { index, integer, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/**
 * How far WeChat was told of an order that it was paid for. `due`: to be told now, or again; `partial`: told of, and more parcels are to
 * come; `told`: of all of it; `refused`: WeChat takes it not, and a person has to look; `over`: there is nothing to tell any more.
 */
export const shippingUploads = gateway.table(
  'shipping_uploads',
  {
    orderId: text('order_id').primaryKey(),
    state: text().$type<'due' | 'partial' | 'told' | 'refused' | 'over'>().notNull(),
    /** Since the last parcel. */
    attempts: integer().notNull(),
    /** When it is looked at next; whoever looks puts it off first. */
    dueAt: instant('due_at').notNull(),
    /** What went wrong last, in WeChat's words. */
    problem: text(),
    since: instant('since').notNull(),
  },
  (table) => [index('shipping_uploads_due_at').on(table.state, table.dueAt)],
)
