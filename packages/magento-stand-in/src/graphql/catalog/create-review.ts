import type { Review } from '../../state/state'
import { noSuchEntity } from '../errors'
import type { Visit } from '../visit'
import { productView } from './product-view'
import { reviewView } from './reviews'

interface ReviewInput {
  sku: string
  nickname: string
  summary: string
  text: string
  ratings: { id: string; value_id: string }[]
}
/** Kept for the merchant to approve. */
export function createReview(visit: Visit, { input }: { input: ReviewInput }) {
  const { magento } = visit
  const product = magento.catalogue.bySku.get(input.sku)
  if (!product) throw noSuchEntity(`Could not find a product with SKU "${input.sku}"`)
  const stars = Number(Buffer.from(input.ratings[0]?.value_id ?? '', 'base64').toString()) || 5
  const { sku, nickname, summary, text } = input
  const review: Review = { sku, nickname, summary, text, stars, at: magento.now(), approved: false }
  magento.state.reviews.push(review)
  return { review: reviewView(review, () => productView(visit, product)) }
}
