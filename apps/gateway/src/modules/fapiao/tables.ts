import type { FapiaoRequest } from '@xiaopu/commerce'
import { boolean, customType, index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
})

/** Titles a shopper has kept. */
export const fapiaoTitles = gateway.table(
  'fapiao_titles',
  {
    id: text().primaryKey(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    title: jsonb().$type<FapiaoRequest>().notNull(),
    isDefault: boolean('is_default').notNull(),
    touchedAt: instant('touched_at').notNull(),
  },
  (table) => [index('fapiao_titles_shopper').on(table.shopperId)],
)

/** The fapiao of a paid order: asked for with it or later, issued elsewhere and handed over here. */
export const orderFapiao = gateway.table(
  'order_fapiao',
  {
    orderId: text('order_id').primaryKey(),
    shopperId: text('shopper_id').notNull(),
    request: jsonb().$type<FapiaoRequest>().notNull(),
    requestedAt: instant('requested_at').notNull(),
    issuedAt: instant('issued_at'),
    refusedAt: instant('refused_at'),
    /** Why, in the shop's words. */
    refusal: text(),
    number: text(),
    /** On the tax platform; null where the document is here. */
    link: text(),
    /** Name of the document here. Nobody can guess it: who has it may read it. */
    documentKey: text('document_key'),
    /** Of the mail to the address in the request; null: there is none to send. */
    mailState: text('mail_state').$type<'due' | 'sent' | 'dropped'>(),
    mailAttempts: integer('mail_attempts').notNull().default(0),
    /** When it is tried next; whoever tries puts it off first. */
    mailDueAt: instant('mail_due_at'),
    mailedAt: instant('mailed_at'),
  },
  (table) => [
    index('order_fapiao_shopper').on(table.shopperId),
    index('order_fapiao_waiting').on(table.issuedAt, table.requestedAt),
    index('order_fapiao_mail').on(table.mailState, table.mailDueAt),
  ],
)

/** PDFs, apart from the rows that are read with every order. In the database: they are few, private, and must not be lost. */
export const fapiaoDocuments = gateway.table('fapiao_documents', {
  key: text().primaryKey(),
  orderId: text('order_id').notNull().unique(),
  number: text().notNull(),
  pdf: bytes().notNull(),
})
