import { z } from 'zod'
import { Cursor, Id, Instant, Picture, pageOf } from './primitives'
import type { RouteContract } from './routes'
import { UploadIds } from './uploads'

/** `average` is over all published reviews, to one decimal; null while there is none. */
export const ReviewSummary = z
  .object({ count: z.int().min(0), average: z.number().min(1).max(5).nullable() })
  .meta({ id: 'ReviewSummary' })
export type ReviewSummary = z.infer<typeof ReviewSummary>

export const Stars = z.int().min(1).max(5)

/** What there is to tick: praise first, then what was wrong. The words for them are the storefront's. */
export const ReviewTag = z.enum([
  'well_made',
  'looks_good',
  'good_value',
  'as_described',
  'easy_to_use',
  'fast_delivery',
  'well_packed',
  'buy_again',
  'poor_quality',
  'size_off',
  'colour_off',
  'slow_delivery',
  'poorly_packed',
])
export type ReviewTag = z.infer<typeof ReviewTag>

const ReviewText = z.string().trim().min(1).max(1_000)

/** What the buyer had to add later; let through on its own. */
export const FollowUp = z
  .object({
    text: z.string(),
    pictures: z.array(Picture),
    createdAt: Instant,
    days: z.int().min(0).describe('After the review'),
    reply: z.string().nullable().describe("The merchant's answer"),
  })
  .meta({ id: 'FollowUp' })
export type FollowUp = z.infer<typeof FollowUp>

/** Only what somebody of the shop has looked at is ever shown. Text is plain text. */
export const Review = z
  .object({
    id: Id,
    nickname: z.string().nullable().describe('null: the shopper wished to stay anonymous'),
    stars: Stars,
    text: z.string(),
    options: z.array(z.string()).describe('What was bought, in words; empty where the back end does not keep it'),
    tags: z.array(ReviewTag),
    pictures: z.array(Picture),
    createdAt: Instant,
    reply: z.string().nullable().describe("The merchant's answer"),
    followUp: FollowUp.nullable(),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof Review>

/** How many of the published reviews are what; taps on them narrow the list. */
export const ReviewFigures = z
  .object({
    goodRate: z.int().min(0).max(100).nullable().describe('Per cent with four or five stars; null while there is none'),
    good: z.int().min(0).describe('Four or five stars'),
    fair: z.int().min(0).describe('Three'),
    poor: z.int().min(0).describe('One or two'),
    pictures: z.int().min(0),
    followUps: z.int().min(0),
    tags: z.array(z.object({ tag: ReviewTag, count: z.int().min(1) })).describe('The most used first'),
  })
  .meta({ id: 'ReviewFigures' })
export type ReviewFigures = z.infer<typeof ReviewFigures>

/** Narrowing is `not_supported` where `figures` are null. */
export const ReviewQuery = z.strictObject({
  stars: z.enum(['good', 'fair', 'poor']).optional(),
  tag: ReviewTag.optional(),
  only: z.enum(['pictures', 'follow_up']).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(10),
})
export type ReviewQuery = z.input<typeof ReviewQuery>

export const ReviewPage = pageOf(Review)
  .extend({
    summary: ReviewSummary,
    figures: ReviewFigures.nullable().describe('null: the back end keeps stars and words only'),
  })
  .meta({ id: 'ReviewPage' })
export type ReviewPage = z.infer<typeof ReviewPage>

/** One review per product of an order. */
export const WriteReview = z
  .strictObject({
    productId: Id,
    stars: Stars,
    text: ReviewText,
    nickname: z.string().trim().min(1).max(20).nullable().describe('null: anonymous'),
    tags: z.array(ReviewTag).max(6).default([]),
    pictures: UploadIds.default([]),
  })
  .meta({ id: 'WriteReview' })
export type WriteReview = z.input<typeof WriteReview>

/** `pending`: it is shown once somebody of the shop has looked at it. */
export const WrittenReview = z.object({ status: z.enum(['pending', 'published']) }).meta({ id: 'WrittenReview' })
export type WrittenReview = z.infer<typeof WrittenReview>

/** How long after the review something can be added to it, days. */
export const FOLLOW_UP_DAYS = 180

/** Once a review. */
export const WriteFollowUp = z
  .strictObject({ productId: Id, text: ReviewText, pictures: UploadIds.default([]) })
  .meta({ id: 'WriteFollowUp' })
export type WriteFollowUp = z.input<typeof WriteFollowUp>

const ReviewState = z.enum(['pending', 'published', 'rejected'])

/** A review as its writer sees it, whatever became of it. */
export const OwnReview = z
  .object({
    productId: Id,
    stars: Stars,
    text: z.string(),
    tags: z.array(ReviewTag),
    pictures: z.array(Picture),
    createdAt: Instant,
    status: ReviewState,
    followUp: FollowUp.omit({ reply: true }).extend({ status: ReviewState }).nullable(),
    followUpOpen: z.boolean().describe('Whether something can be added now'),
  })
  .meta({ id: 'OwnReview' })
export type OwnReview = z.infer<typeof OwnReview>

export const OrderReviews = z
  .object({
    extras: z
      .boolean()
      .describe('Whether pictures, tags and follow-ups are kept; `reviews` is empty where they are not'),
    reviews: z.array(OwnReview),
  })
  .meta({ id: 'OrderReviews' })
export type OrderReviews = z.infer<typeof OrderReviews>

const orderId = z.strictObject({ orderId: Id })

/** What the writer of reviews asks for; reading them is among the catalogue. */
export const reviewRoutes = {
  getOrderReviews: {
    method: 'GET',
    path: '/v1/orders/:orderId/reviews',
    summary: 'What the shopper has said of an order, and what may be said',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: OrderReviews,
    errors: ['not_found', 'commerce_unavailable'],
  },
  writeReview: {
    method: 'POST',
    path: '/v1/orders/:orderId/reviews',
    summary: 'Review a product of an order that has been sent',
    auth: 'shopper',
    params: orderId,
    body: WriteReview,
    status: 201,
    response: WrittenReview,
    errors: [
      ...(['not_found', 'order_not_reviewable', 'already_reviewed', 'text_refused'] as const),
      ...(['not_supported', 'commerce_unavailable'] as const),
    ],
  },
  writeFollowUp: {
    method: 'POST',
    path: '/v1/orders/:orderId/follow-ups',
    summary: 'Add to one’s review, once, within 180 days',
    auth: 'shopper',
    params: orderId,
    body: WriteFollowUp,
    status: 201,
    response: WrittenReview,
    errors: ['not_found', 'follow_up_closed', 'text_refused', 'not_supported', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
