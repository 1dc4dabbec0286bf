import { type Handlers, shopperContext } from '../../http/calls'
import type { Reviews } from './service'

export const reviewsRoutes = (reviews: Reviews): Handlers<'listReviews' | 'writeReview'> => ({
  listReviews: ({ locale, params, query }) => reviews.list(locale, params.productId, query),
  writeReview: (call) => reviews.write(shopperContext(call), call.params.orderId, call.body),
})
