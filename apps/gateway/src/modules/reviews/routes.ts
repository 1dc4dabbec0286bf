import { type Handlers, shopperContext } from '../../http/calls'
import { notFound } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import type { ReviewDesk } from './desk'
import type { Reviews } from './service'
import type { ShownReviews } from './shown'
import { said } from './views'

export const reviewsRoutes = (
  reviews: Reviews,
  shown: ShownReviews,
): Handlers<'listReviews' | 'getOrderReviews' | 'writeReview' | 'writeFollowUp'> => ({
  listReviews: ({ locale, params, query }) => shown.list(locale, params.productId, query),
  getOrderReviews: (call) => reviews.ofOrder(shopperContext(call), call.params.orderId),
  writeReview: (call) => reviews.write(shopperContext(call), call.params.orderId, call.body),
  writeFollowUp: (call) => reviews.followUp(shopperContext(call), call.params.orderId, call.body),
})

/** Where the shop is run makes no difference: what was written here is looked at here. */
export const reviewDeskRoutes = (
  desk: ReviewDesk,
  picture: PictureView,
): Handlers<'listPendingReviews' | 'decideReview'> => ({
  listPendingReviews: async ({ query }) => {
    const page = await desk.waiting(query)
    const items = page.items.map((review) => ({ ...review, ...said(picture, review), reply: null }))
    return { ...page, items }
  },
  decideReview: async ({ params, body }) => {
    if (!(await desk.decide(params.reviewId, body))) throw notFound('review')
  },
})
