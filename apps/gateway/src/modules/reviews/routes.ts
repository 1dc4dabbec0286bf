import { type Handlers, shopperContext } from '../../http/calls'
import type { Reviews } from './service'

export const reviewsRoutes = (
  reviews: Reviews,
): Handlers<'listReviews' | 'getOrderReviews' | 'writeReview' | 'writeFollowUp'> => ({
  listReviews: ({ locale, params, query }) => reviews.list(locale, params.productId, query),
  getOrderReviews: (call) => reviews.ofOrder(shopperContext(call), call.params.orderId),
  writeReview: (call) => reviews.write(shopperContext(call), call.params.orderId, call.body),
  writeFollowUp: (call) => reviews.followUp(shopperContext(call), call.params.orderId, call.body),
})
