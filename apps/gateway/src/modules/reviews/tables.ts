import type { Locale, Picture } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { gateway, instant } from '../../database/schema'
import { shoppers } from '../identity/tables'
import type { ReviewStatus } from './review'

/**
 * Which product of which order has its review. A row is claimed before anything of the review is kept, so that of two
 * taps one writes; `writtenAt` says that it did.
 */
export const reviewedProducts = gateway.table(
  'reviewed_products',
  {
    orderId: text('order_id').notNull(),
    productId: text('product_id').notNull(),
    shopperId: text('shopper_id')
      .notNull()
      .references(() => shoppers.id, { onDelete: 'cascade' }),
    claimedAt: instant('claimed_at').notNull(),
    writtenAt: instant('written_at'),
    /** When the shopper added to it. */
    followedUpAt: instant('followed_up_at'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.productId] }),
    index('reviewed_products_shopper').on(table.shopperId),
  ],
)

/** What shoppers say of what they bought here, whatever shop system stands behind. */
export const reviews = gateway.table(
  'reviews',
  {
    id: text('id').primaryKey(),
    productId: text('product_id').notNull(),
    /** As the order called it: the shop's people are to know what is spoken of when it is not on sale any more. */
    productName: text('product_name').notNull(),
    orderId: text('order_id').notNull(),
    /** null: the account is gone. */
    shopperId: text('shopper_id').references(() => shoppers.id, { onDelete: 'set null' }),
    /** What its writer reads the shop in. */
    locale: text('locale').$type<Locale>().notNull(),
    /** null: anonymous. */
    nickname: text('nickname'),
    stars: integer('stars').notNull(),
    text: text('text').notNull(),
    /** What was bought, in the words of the order. */
    options: jsonb('options').$type<string[]>().notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    pictures: jsonb('pictures').$type<Picture[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** `pending` until somebody of the shop has looked at it. */
    status: text('status').$type<ReviewStatus>().notNull(),
    reply: text('reply'),
    /** By which it is known again in the shop system, once it was told there. */
    marks: jsonb('marks').$type<string[]>().notNull().default([]),
    /** Not to be told to the shop system before. null: it has been, or there is none to tell. */
    tellFrom: instant('tell_from'),
  },
  (table) => [
    unique('one_review_per_product_of_an_order').on(table.orderId, table.productId),
    index('reviews_of_product').on(table.productId, table.createdAt),
    index('reviews_of_shopper').on(table.shopperId),
    index('reviews_to_look_at').on(table.createdAt, table.id).where(sql`${table.status} = 'pending'`),
    index('reviews_to_tell').on(table.tellFrom).where(sql`${table.tellFrom} is not null`),
    check('stars_are_one_to_five', sql`${table.stars} between 1 and 5`),
    check('review_status_is_known', sql`${table.status} in ('pending', 'published', 'rejected')`),
  ],
)

/** What a shopper had to add later. Looked at on its own. */
export const reviewFollowUps = gateway.table(
  'review_follow_ups',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .unique('one_follow_up_of_a_review')
      .references(() => reviews.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    pictures: jsonb('pictures').$type<Picture[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    status: text('status').$type<ReviewStatus>().notNull(),
    reply: text('reply'),
  },
  (table) => [
    index('follow_ups_to_look_at').on(table.createdAt, table.id).where(sql`${table.status} = 'pending'`),
    check('follow_up_status_is_known', sql`${table.status} in ('pending', 'published', 'rejected')`),
  ],
)
