import type { Locale, MessageKind } from '@xiaopu/contract'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

const shopperId = () =>
  text('shopper_id')
    .notNull()
    .references(() => shoppers.id, { onDelete: 'cascade' })

/** What a shopper has let through about an order: WeChat takes one message for each. */
export const messagePermits = gateway.table(
  'message_permits',
  {
    shopperId: shopperId(),
    orderId: text('order_id').notNull(),
    kind: text().$type<MessageKind>().notNull(),
    /** WeChat counts by template. */
    templateId: text('template_id').notNull(),
    /** Of the message. */
    locale: text().$type<Locale>().notNull(),
    allowedAt: instant('allowed_at').notNull(),
    /** When the message is due by itself; null: something has to happen first. */
    tellAt: instant('tell_at'),
    /** null: nothing has been sent for it yet. */
    usedAt: instant('used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.shopperId, table.orderId, table.kind] }),
    index('message_permits_open').on(table.kind, table.orderId).where(sql`${table.usedAt} is null`),
  ],
)

/** Templates a shopper wants nothing of: they are not asked again. */
export const messageRefusals = gateway.table(
  'message_refusals',
  { shopperId: shopperId(), templateId: text('template_id').notNull(), refusedAt: instant('refused_at').notNull() },
  (table) => [primaryKey({ columns: [table.shopperId, table.templateId] })],
)

/**
 * Messages on their way. `sending`: a gateway has taken it, and has not written yet what came of it; `dropped`: it will not be sent. Kept for
 * a month by its id, so that nothing is said twice.
 */
export const messages = gateway.table(
  'messages',
  {
    /** What it tells of. */
    id: text().primaryKey(),
    shopperId: shopperId(),
    templateId: text('template_id').notNull(),
    /** Of an order that has to be unpaid still when it is sent. */
    unpaidOrderId: text('unpaid_order_id'),
    page: text().notNull(),
    /** By the template's keyword; null once it was sent, or will not be. */
    values: jsonb().$type<Record<string, string>>(),
    locale: text().$type<Locale>().notNull(),
    state: text().$type<'due' | 'sending' | 'sent' | 'dropped'>().notNull(),
    attempts: integer().notNull().default(0),
    /** When it is looked at next; whoever looks puts it off first. */
    dueAt: instant('due_at').notNull(),
    /** Nobody wants to read it later than that. */
    until: instant('until').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('messages_due').on(table.state, table.dueAt),
    index('messages_of_shopper').on(table.shopperId, table.templateId),
    index('messages_created_at').on(table.createdAt),
  ],
)
