import type { Picture } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import { products } from './catalog'
import { orders } from './orders'
import { commerce, instant } from './schema'

export const reviews = commerce.table(
  'reviews',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    customerId: text('customer_id').notNull(),
    /** null: anonymous. */
    nickname: text('nickname'),
    stars: integer('stars').notNull(),
    text: text('text').notNull(),
    /** What was bought, in the words of the order. */
    options: jsonb('options').$type<string[]>().notNull(),
    tags: jsonb('tags').$type<string[]>().notNull().default([]),
    pictures: jsonb('pictures').$type<Picture[]>().notNull().default([]),
    createdAt: instant('created_at').notNull(),
    /** `pending` until somebody of the shop has looked at it. */
    status: text('status').$type<'pending' | 'published' | 'rejected'>().notNull(),
    reply: text('reply'),
  },
  (table) => [
    unique('one_review_per_product_of_an_order').on(table.orderId, table.productId),
    index('reviews_of_product')
      .on(table.productId, table.createdAt, table.id)
      .where(sql`${table.status} = 'published'`),
    index('reviews_to_look_at').on(table.createdAt, table.id).where(sql`${table.status} = 'pending'`),
    check('stars_are_one_to_five', sql`${table.stars} between 1 and 5`),
    check('review_status_is_known', sql`${table.status} in ('pending', 'published', 'rejected')`),
  ],
)

/** What a shopper had to add later. Looked at on its own. */
export const reviewFollowUps = commerce.table(
  'review_follow_ups',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .unique('one_follow_up_of_a_review')
      .references(() => reviews.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    pictures: jsonb('pictures').$type<Picture[]>().notNull().default([]),
    createdAt: instant('created_at').notNull(),
    status: text('status').$type<'pending' | 'published' | 'rejected'>().notNull(),
    reply: text('reply'),
  },
  (table) => [
    index('follow_ups_to_look_at').on(table.createdAt, table.id).where(sql`${table.status} = 'pending'`),
    check('follow_up_status_is_known', sql`${table.status} in ('pending', 'published', 'rejected')`),
  ],
)
