import type { HomeDocument } from '@xiaopu/contract'
import { index, integer, jsonb, text } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'

/** Short lists the merchant makes, by name: the hot words of the search. */
export const documents = gateway.table('documents', {
  name: text().primaryKey(),
  content: jsonb().notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** Every home page that was published. The primary key is the lock: of two who publish after version 7, one gets 8. */
export const homeVersions = gateway.table(
  'home_versions',
  {
    number: integer().primaryKey(),
    /** As it was published: a later gateway may not read it any more. */
    content: jsonb().notNull(),
    publishedAt: instant('published_at').notNull(),
    staffId: text('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    visibleFrom: instant('visible_from').notNull(),
    note: text().notNull().default(''),
    restoredFrom: integer('restored_from'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [index('home_versions_visible').on(table.visibleFrom, table.number)],
)

/** The one draft there is. The row stays when it is published, so that its revisions never begin anew. */
export const homeDraft = gateway.table('home_draft', {
  name: text().primaryKey(),
  /** null: published, and nobody has begun another. */
  content: jsonb().$type<HomeDocument>(),
  basedOn: integer('based_on').notNull(),
  revision: integer().notNull(),
  savedAt: instant('saved_at').notNull(),
  staffId: text('staff_id').notNull(),
  staffName: text('staff_name').notNull(),
})

export const homePreviews = gateway.table('home_previews', {
  /** SHA-256: who reads this table sees no draft. */
  tokenHash: text('token_hash').primaryKey(),
  /** null: the draft, as it is when somebody looks. */
  version: integer(),
  expiresAt: instant('expires_at').notNull(),
})
