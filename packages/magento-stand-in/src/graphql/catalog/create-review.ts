import type { Review } from '../../state/state'
import { inputError, noSuchEntity } from '../errors'
import type { Visit } from '../visit'
import { productView } from './product-view'
import { reviewView, starsOf } from './reviews'

interface ReviewInput {
  sku: string
  nickname: string
  summary: string
  text: string
  ratings: { id: string; value_id: string }[]
}
/** Kept for the merchant to approve. @throws graphql-input for an empty word, and for a rating that is not there */
export function createReview(visit: Visit, { input }: { input: ReviewInput }) {
  const { magento } = visit
  const product = magento.catalogue.bySku.get(input.sku)
  if (!product) throw noSuchEntity(`Could not find a product with SKU "${input.sku}"`)
  for (const name of ['nickname', 'summary', 'text'] as const) {
    if (input[name].trim() === '') throw inputError(`Value of "${name}" must not be empty.`)
  }
  const { sku } = input
  const [nickname, summary, text] = [input.nickname, input.summary, input.text].map(asStored) as [
    string,
    string,
    string,
  ]
  const review: Review = {
    ...{ sku, nickname, summary, text },
    stars: starsOf(input.ratings),
    at: magento.now(),
    approved: false,
  }
  magento.state.reviews.push(review)
  return { review: reviewView(review, () => productView(visit, product)) }
}

/** The connection's character set has three bytes: the database cuts a text at the first character of four. */
const asStored = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}][\s\S]*$/u, '')
