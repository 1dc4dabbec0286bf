import type { OrderReviews, ReviewPage, ReviewQuery, WriteFollowUp, WriteReview, WrittenReview } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listReviews = endpoint({
  name: 'listReviews',
  method: 'GET',
  path: '/v1/products/:productId/reviews',
  auth: 'anyone',
  status: 200,
})
const getOrderReviews = endpoint({
  name: 'getOrderReviews',
  method: 'GET',
  path: '/v1/orders/:orderId/reviews',
  auth: 'shopper',
  status: 200,
})
const writeFollowUp = endpoint({
  name: 'writeFollowUp',
  method: 'POST',
  path: '/v1/orders/:orderId/follow-ups',
  auth: 'shopper',
  status: 201,
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
  /**
   * What buyers say of a product, newest first, with the sum of it. Narrowing is for where there are `figures`.
   * @throws {ApiError} `not_found`, `not_supported`
   */
  list(productId: string, query?: ReviewListing, options?: CallOptions): Promise<ReviewPage>
  /**
   * Reviews a product of an own order that has been sent. Usually `pending`: it is shown once somebody of the shop has
   * looked at it.
   * @throws {ApiError} `not_found`, `order_not_reviewable`, `already_reviewed`, `validation_failed`, `text_refused`,
   *   `not_supported` (tags or pictures, where `ofOrder` says there are no extras)
   */
  write(orderId: string, review: WriteReview, options?: CallOptions): Promise<WrittenReview>
  /** What the shopper has said of an order, and what may be said. @throws {ApiError} `not_found` */
  ofOrder(orderId: string, options?: CallOptions): Promise<OrderReviews>
  /** Adds to a review, once, within 180 days. @throws {ApiError} `follow_up_closed`, `text_refused`, `validation_failed` */
  followUp(orderId: string, said: WriteFollowUp, options?: CallOptions): Promise<WrittenReview>
}

export const reviewsResource = (call: Caller): ReviewsResource => ({
  list: (productId, query, options) => call(listReviews, { ...options, params: { productId }, query }),
  write: (orderId, review, options) => call(writeReview, { ...options, params: { orderId }, body: review }),
  ofOrder: (orderId, options) => call(getOrderReviews, { ...options, params: { orderId } }),
  followUp: (orderId, said, options) => call(writeFollowUp, { ...options, params: { orderId }, body: said }),
})
