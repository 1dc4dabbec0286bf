import { z } from 'zod'
import { Cursor, Id, Instant, Picture, pageOf } from './primitives'

/** `average` is over all published reviews, to one decimal; null while there is none. */
export const ReviewSummary = z
  .object({ count: z.int().min(0), average: z.number().min(1).max(5).nullable() })
  .meta({ id: 'ReviewSummary' })
export type ReviewSummary = z.infer<typeof ReviewSummary>

export const Stars = z.int().min(1).max(5)

/** Only what somebody of the shop has looked at is ever shown. Text is plain text. */
export const Review = z
  .object({
    id: Id,
    nickname: z.string().nullable().describe('null: the shopper wished to stay anonymous'),
    stars: Stars,
    text: z.string(),
    options: z.array(z.string()).describe('What was bought, in words; empty where the back end does not keep it'),
    pictures: z.array(Picture),
    createdAt: Instant,
    reply: z.string().nullable().describe("The merchant's answer"),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof Review>

export const ReviewQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(10),
})
export type ReviewQuery = z.input<typeof ReviewQuery>

export const ReviewPage = pageOf(Review).extend({ summary: ReviewSummary }).meta({ id: 'ReviewPage' })
export type ReviewPage = z.infer<typeof ReviewPage>

/** One review per product of an order. */
export const WriteReview = z
  .strictObject({
    productId: Id,
    stars: Stars,
    text: z.string().trim().min(1).max(1_000),
    nickname: z.string().trim().min(1).max(20).nullable().describe('null: anonymous'),
  })
  .meta({ id: 'WriteReview' })
export type WriteReview = z.infer<typeof WriteReview>

/** `pending`: it is shown once somebody of the shop has looked at it. */
export const WrittenReview = z.object({ status: z.enum(['pending', 'published']) }).meta({ id: 'WrittenReview' })
export type WrittenReview = z.infer<typeof WrittenReview>
