import type { CatalogueProduct } from '../../fixtures/catalogue'
import { type Magento, magentoTime } from '../../magento'
import type { Review } from '../../state/state'
import type { View } from '../visit'

const RATING = { id: 'MQ==', name: 'Rating' }

/** Newest first; what the merchant has not approved yet is not shown. */
export function approvedReviews({ state }: Magento, product: CatalogueProduct): Review[] {
  return state.reviews.filter(({ sku, approved }) => approved && sku === product.sku).sort((a, b) => b.at - a.at)
}

export function reviewView(review: Review, product: () => View): View {
  return {
    nickname: review.nickname,
    summary: review.summary,
    text: review.text,
    average_rating: review.stars * 20,
    created_at: magentoTime(review.at),
    ratings_breakdown: [{ name: RATING.name, value: String(review.stars) }],
    product,
  }
}

export function ratingsMetadata() {
  const values = [1, 2, 3, 4, 5].map((stars) => ({
    value_id: Buffer.from(String(stars)).toString('base64'),
    value: String(stars),
  }))
  return { items: [{ ...RATING, values }] }
}
