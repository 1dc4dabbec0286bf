import { createHash } from 'node:crypto'
import type { Context, KeptReview, ReviewsPort, ToldReview } from '@xiaopu/commerce'
import { magentoTime } from '../catalog/cards'
import type { Tokens } from '../customers/tokens'
import { ReviewRatingsDocument, ReviewsDocument, type ReviewsQuery, WriteReviewDocument } from '../operations/documents'
import type { Trade } from '../shop'
import { MagentoMisconfigured, MagentoRefusal } from '../transport/errors'
import { fromMagento, type MagentoWords, toMagento } from './words'

interface Needs {
  shop: Pick<Trade, 'views' | 'ids' | 'graphql' | 'catalogue'>
  tokens: Tokens
}
type Reviewed = NonNullable<NonNullable<NonNullable<ReviewsQuery['products']>['items']>[number]>
type MagentoReview = NonNullable<Reviewed['reviews']['items'][number]>

/** Reviews to a page, and pages that are read of one product: of more than two thousand reviews the newest. */
const PAGE = { size: 100, most: 20, atOnce: 4 }

/** Reviews that Magento keeps. It tells them page by page only, so that all of a product are read, and kept for a while. */
export function reviewsPort({ shop, tokens }: Needs): ReviewsPort {
  const { views, ids, graphql, catalogue } = shop

  async function read(context: Context, productId: string, page: number): Promise<Reviewed | null> {
    const urlKey = await ids.urlKey(productId)
    if (urlKey === null) return null
    const { products } = await views.readCached(context.locale, ReviewsDocument, { urlKey, size: PAGE.size, page })
    return products?.items?.[0] ?? null
  }

  /** A shop whose reviews are switched off refuses the question: then its goods have none. */
  async function list(context: Context, productId: string): Promise<KeptReview[] | null> {
    try {
      return await all(context, productId)
    } catch (error) {
      if (!(error instanceof MagentoRefusal)) throw error
      return (await catalogue.port.summaries(context, [productId])).length > 0 ? [] : null
    }
  }

  async function all(context: Context, productId: string): Promise<KeptReview[] | null> {
    const first = await read(context, productId, 1)
    if (!first) return null
    const pages = Math.min(first.reviews.page_info.total_pages ?? 1, PAGE.most)
    const found = [first]
    for (let page = 2; page <= pages; page += PAGE.atOnce) {
      const some = Array.from({ length: Math.min(PAGE.atOnce, pages - page + 1) }, (_, index) => page + index)
      const more = await Promise.all(some.map((each) => read(context, productId, each)))
      found.push(...more.flatMap((each) => each ?? []))
    }
    const reviews = found.flatMap(({ reviews: { items } }) => items.flatMap((item) => (item ? keptReview(item) : [])))
    return numbered(productId, reviews)
  }

  const marksOf = async (context: Context, { text, nickname }: ToldReview) => [
    wordsMark(toMagento({ text, nickname }, context.locale)),
  ]

  /** Written in the store view its writer reads: there it is shown, once the merchant has let it through. */
  const tell: ReviewsPort['tell'] = async (context, review) => {
    const { productId, stars } = review
    const sku = (await read(context, productId, 1))?.sku
    if (!sku) return { ok: false, problem: 'unknown_product' }
    const [ratings, { store }] = await Promise.all([ratingsFor(context, stars), views.asking(context.locale)])
    const words = toMagento(review, context.locale)
    try {
      const { createProductReview } = await tokens.as(context.customer, (asking) =>
        graphql.change(WriteReviewDocument, { input: { sku, ratings, ...words } }, { ...asking, store }),
      )
      return { ok: true, marks: [timeMark(createProductReview.review.created_at), wordsMark(words)] }
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || error.category !== 'no-such-entity') throw error
      return { ok: false, problem: 'unknown_product' }
    }
  }

  /** A merchant may ask for several ratings: our stars are all of them. */
  async function ratingsFor({ locale }: Context, stars: number) {
    const { productReviewRatingsMetadata } = await views.readCached(locale, ReviewRatingsDocument, {})
    const ratings = productReviewRatingsMetadata.items.flatMap((rating) => {
      const value = rating?.values.find((each) => each?.value === String(stars))
      return rating && value ? [{ id: rating.id, value_id: value.value_id }] : []
    })
    if (ratings.length > 0) return ratings
    throw new MagentoMisconfigured('No rating has five stars: see Stores › Attributes › Rating, and its store views')
  }

  return { list, marksOf, tell }
}

const markOf = (...what: string[]): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22)
const wordsMark = ({ nickname, summary, text }: MagentoWords) => markOf(nickname, summary, text)
/** The second in which it was written stays, whatever the merchant changes. */
const timeMark = (createdAt: string) => markOf(createdAt)

/** A review need not rate anything at Magento; one without stars is none that could be shown or counted here. */
function keptReview(review: MagentoReview): Omit<KeptReview, 'id'>[] {
  const { average_rating, created_at } = review
  if (average_rating <= 0) return []
  return [
    {
      ...fromMagento(review),
      stars: Math.min(5, Math.max(1, Math.round(average_rating / 20))),
      createdAt: new Date(magentoTime(created_at)),
      marks: [timeMark(created_at), wordsMark(review)],
    },
  ]
}

/** Magento tells no id of a review: the second is one, and the words where two share it. */
function numbered(productId: string, reviews: Omit<KeptReview, 'id'>[]): KeptReview[] {
  const seen = new Map<string, number>()
  return reviews.map((review) => {
    const mark = JSON.stringify([productId, ...review.marks])
    const before = seen.get(mark) ?? 0
    seen.set(mark, before + 1)
    return { ...review, id: markOf(mark, String(before)) }
  })
}
