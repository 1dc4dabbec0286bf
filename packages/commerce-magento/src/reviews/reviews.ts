import { createHash } from 'node:crypto'
import type { Context, Review, ReviewRequest, ReviewsPort, ShopperContext } from '@xiaopu/commerce'
import { magentoTime } from '../catalog/cards'
import { rangeOf } from '../catalog/pages'
import type { Tokens } from '../customers/tokens'
import { decodeCursor, encodeCursor } from '../mapping/cursors'
import { ReviewRatingsDocument, ReviewsDocument, type ReviewsQuery, WriteReviewDocument } from '../operations/documents'
import type { Shop } from '../shop'
import { MagentoMisconfigured, MagentoRefusal } from '../transport/errors'
import { summaryOfReviews } from './summary'
import { fromMagento, toMagento } from './words'

interface Needs {
  shop: Pick<Shop, 'views' | 'ids' | 'graphql'>
  tokens: Tokens
}
type Reviewed = NonNullable<NonNullable<NonNullable<ReviewsQuery['products']>['items']>[number]>
type MagentoReview = NonNullable<Reviewed['reviews']['items'][number]>

/** Reviews are Magento's: it keeps them, and the merchant lets them through there. */
export function reviewsPort({ shop, tokens }: Needs): ReviewsPort {
  const { views, ids, graphql } = shop

  async function read(context: Context, productId: string, size: number, page: number): Promise<Reviewed | null> {
    const urlKey = await ids.urlKey(productId)
    if (urlKey === null) return null
    const { products } = await views.readCached(context.locale, ReviewsDocument, { urlKey, size, page })
    return products?.items?.[0] ?? null
  }

  async function list(context: Context, productId: string, { cursor, limit }: { cursor?: string; limit: number }) {
    const [start] = decodeCursor(cursor, ['number']) ?? [0]
    const seen: Reviewed[] = []
    const { items } = await rangeOf(
      async (size, page) => {
        const reviewed = await read(context, productId, size, page)
        if (!reviewed) return { items: [], total: 0 }
        seen.push(reviewed)
        const { reviews, review_count } = reviewed
        // Beyond its last page Magento gives the last one again.
        const isThere = page <= (reviews.page_info.total_pages ?? 0)
        return { items: isThere ? reviews.items : [], total: review_count }
      },
      start,
      limit,
    )
    if (!seen[0]) return null
    const summary = summaryOfReviews(seen[0])
    const next = start + items.length
    return {
      items: items.flatMap((item) => (item ? reviewOf(productId, item) : [])),
      nextCursor: items.length > 0 && next < summary.count ? encodeCursor([next]) : null,
      total: summary.count,
      summary,
    }
  }

  /** Written as the shopper, in the store view they read: there it is shown, once the merchant has let it through. */
  async function write(context: ShopperContext, request: ReviewRequest): ReturnType<ReviewsPort['write']> {
    const { productId, stars } = request
    const sku = (await read(context, productId, 1, 1))?.sku
    if (!sku) return { ok: false, problem: 'unknown_product' }
    const [ratings, { store }] = await Promise.all([ratingsFor(context, stars), views.asking(context.locale)])
    try {
      await tokens.as(context.customer, (asking) => {
        const input = { sku, ratings, ...toMagento(request, context.locale) }
        return graphql.change(WriteReviewDocument, { input }, { ...asking, store })
      })
    } catch (error) {
      if (!(error instanceof MagentoRefusal) || error.category !== 'no-such-entity') throw error
      return { ok: false, problem: 'unknown_product' }
    }
    return { ok: true, status: 'pending' }
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

  return { list, write }
}

function reviewOf(productId: string, review: MagentoReview): Review {
  const { nickname, summary, text, average_rating, created_at } = review
  const mark = JSON.stringify([productId, created_at, nickname, summary, text])
  return {
    // Magento tells no id of a review.
    id: createHash('sha256').update(mark).digest('base64url').slice(0, 22),
    ...fromMagento({ nickname, summary, text }),
    stars: Math.min(5, Math.max(1, Math.round(average_rating / 20))),
    options: [],
    tags: [],
    pictures: [],
    createdAt: new Date(magentoTime(created_at)),
    reply: null,
    followUp: null,
  }
}
