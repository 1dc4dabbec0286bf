import type { ReviewPage, ReviewQuery, WriteReview, WrittenReview } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listReviews = endpoint({
  name: 'listReviews',
  method: 'GET',
  path: '/v1/products/:productId/reviews',
  auth: 'anyone',
  status: 200,
})
const writeReview = endpoint({
  name: 'writeReview',
  method: 'POST',
  path: '/v1/orders/:orderId/reviews',
  auth: 'shopper',
  status: 201,
})

/** `limit` is 10 unless said otherwise, 50 at most. */
export type ReviewListing = Omit<ReviewQuery, 'limit'> & { limit?: number }

export interface ReviewsResource {
  /** What buyers say of a product, newest first, with the sum of it. @throws {ApiError} `not_found` */
  list(productId: string, query?: ReviewListing, options?: CallOptions): Promise<ReviewPage>
  /**
   * Reviews a product of an own order that has been sent. Usually `pending`: it is shown once somebody of the shop has
   * looked at it.
   * @throws {ApiError} `not_found`, `order_not_reviewable`, `already_reviewed`, `validation_failed`
   */
  write(orderId: string, review: WriteReview, options?: CallOptions): Promise<WrittenReview>
}

export const reviewsResource = (call: Caller): ReviewsResource => ({
  list: (productId, query, options) => call(listReviews, { ...options, params: { productId }, query }),
  write: (orderId, review, options) => call(writeReview, { ...options, params: { orderId }, body: review }),
})
