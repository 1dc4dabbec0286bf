import type { CatalogueProduct } from '../../fixtures/catalogue'
import { type Magento, magentoTime } from '../../magento'
import type { Review } from '../../state/state'
import { inputError } from '../errors'
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

const VALUES = [1, 2, 3, 4, 5].map((stars) => ({
  value_id: Buffer.from(String(stars)).toString('base64'),
  value: String(stars),
}))

export function ratingsMetadata() {
  return { items: [{ ...RATING, values: VALUES }] }
}

/** @throws graphql-input as Magento, for ids it has not given */
export function starsOf(ratings: { id: string; value_id: string }[]): number {
  const rated = ratings.find(({ id }) => id === RATING.id)
  const value = VALUES.find(({ value_id }) => value_id === rated?.value_id)
  if (!value) throw inputError('Incorrect rating or value_id.')
  return Number(value.value)
}
