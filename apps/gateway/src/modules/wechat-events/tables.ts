import { index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** Each event WeChat has pushed, by its id: a repeat is answered and changes nothing. Forgotten after a month. */
export const wechatEvents = gateway.table(
  'wechat_events',
  {
    id: text().primaryKey(),
    event: text().notNull(),
    happenedAt: instant('happened_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** What it says of whom; null once it was acted on, for it names a person. */
    facts: jsonb().$type<Record<string, unknown>>(),
    attempts: integer().notNull().default(0),
    /** When it is acted on next; null: it was. */
    dueAt: instant('due_at'),
  },
  (table) => [index('wechat_events_due').on(table.dueAt)],
)
