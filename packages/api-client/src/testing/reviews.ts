import type {
  FollowUp,
  OrderReviews,
  Review,
  ReviewFigures,
  ReviewPage,
  ReviewSummary,
  ReviewTag,
  WriteFollowUp,
  WrittenReview,
} from '@xiaopu/contract'
import type { Parsed } from '../call/endpoint'
import { optionWords } from './catalogue-view'
import type { Orders } from './orders'
import { cutPage } from './pages'
import { Refusal } from './refusal'
import type { Stockroom } from './stockroom'
import type { Uploads } from './uploads'
import type { View } from './words'
import { writtenBefore } from './written-reviews'

/** A review and what goes with it, shown or not. */
export interface KeptReview extends Omit<Review, 'options' | 'followUp'> {
  productId: string
  /** Whose, of which order; null: one of the reviews the shop opened with. */
  from: { shopper: string; orderId: string; skuId: string } | null
  published: boolean
  followUp: (Omit<FollowUp, 'days'> & { published: boolean }) | null
}

interface Needs {
  now: () => number
  stockroom: Stockroom
  orders: Orders
  uploads: Uploads
  /** Whether there are pictures, tags and follow-ups. */
  extras: boolean
}

const DAY = 86_400_000
const days = (first: string, then: string) => Math.floor((Date.parse(then) - Date.parse(first)) / DAY)
const group = (stars: number) => (stars >= 4 ? 'good' : stars === 3 ? 'fair' : 'poor')

/** What buyers say. A review is shown once the shop has looked at it, and so is what is added to it. */
export function createReviews({ now, stockroom, orders, uploads, extras }: Needs) {
  const reviews = writtenBefore()
  const published = (productId: string) =>
    reviews.filter((review) => review.published && review.productId === productId)
  const shownFollowUp = ({ followUp }: KeptReview) => (followUp?.published ? followUp : null)
  const hasPictures = (review: KeptReview) => review.pictures.length + (shownFollowUp(review)?.pictures.length ?? 0) > 0

  function summary(productId: string): ReviewSummary {
    const stars = published(productId).map((review) => review.stars)
    const sum = stars.reduce((total, each) => total + each, 0)
    return { count: stars.length, average: stars.length > 0 ? Math.round((sum / stars.length) * 10) / 10 : null }
  }

  function figures(productId: string): ReviewFigures {
    const shown = published(productId)
    const count = (wanted: (review: KeptReview) => boolean) => shown.filter(wanted).length
    const good = count(({ stars }) => group(stars) === 'good')
    const tags = new Map<ReviewTag, number>()
    for (const tag of shown.flatMap((review) => review.tags)) tags.set(tag, (tags.get(tag) ?? 0) + 1)
    return {
      goodRate: shown.length > 0 ? Math.round((good * 100) / shown.length) : null,
      good,
      fair: count(({ stars }) => group(stars) === 'fair'),
      poor: count(({ stars }) => group(stars) === 'poor'),
      pictures: count(hasPictures),
      followUps: count((review) => shownFollowUp(review) !== null),
      tags: [...tags].map(([tag, times]) => ({ tag, count: times })).sort((one, other) => other.count - one.count),
    }
  }

  function show(kept: KeptReview, view: View): Review {
    const { productId: _productId, from, published: _published, followUp: _followUp, ...review } = kept
    const bought = from ? stockroom.find(from.skuId) : undefined
    const added = shownFollowUp(kept)
    const { published: _shown, ...followUp } = added ?? { published: false }
    return {
      ...review,
      options: bought ? optionWords(bought.product, bought.sku, view) : [],
      followUp: added && { ...(followUp as FollowUp), days: days(review.createdAt, added.createdAt) },
    }
  }

  const own = (shopper: string, orderId: string) =>
    reviews.filter(({ from }) => from?.shopper === shopper && from.orderId === orderId)

  return {
    summary,
    list(productId: string, query: Parsed<'listReviews', 'query'>, view: View): ReviewPage {
      const { cursor, limit, stars, tag, only } = query
      if (!stockroom.products.some(({ id }) => id === productId)) throw new Refusal('not_found')
      if (!extras && (stars || tag || only)) throw new Refusal('not_supported')
      const wanted = published(productId).filter(
        (review) =>
          (!stars || group(review.stars) === stars) &&
          (!tag || review.tags.includes(tag)) &&
          (only !== 'pictures' || hasPictures(review)) &&
          (only !== 'follow_up' || shownFollowUp(review)),
      )
      const { items, ...page } = cutPage(wanted, cursor, limit)
      return {
        ...page,
        items: items.map((review) => show(review, view)),
        summary: summary(productId),
        figures: extras ? figures(productId) : null,
      }
    },
    ofOrder(shopper: string, orderId: string): OrderReviews {
      const open = orders.followable(shopper, orderId)
      if (!extras) return { extras: false, reviews: [] }
      const status = (shown: boolean) => (shown ? ('published' as const) : ('pending' as const))
      return {
        extras: true,
        reviews: own(shopper, orderId).map(({ productId, stars, text, tags, pictures, createdAt, ...review }) => {
          const { followUp } = review
          return {
            ...{ productId, stars, text, tags, pictures, createdAt, status: status(review.published) },
            followUp: followUp && {
              ...{ text: followUp.text, pictures: followUp.pictures, createdAt: followUp.createdAt },
              ...{ days: days(createdAt, followUp.createdAt), status: status(followUp.published) },
            },
            followUpOpen: open.has(productId),
          }
        }),
      }
    },
    write(shopper: string, orderId: string, body: Parsed<'writeReview', 'body'>): WrittenReview {
      const { productId, stars, text, nickname, tags } = body
      if (!extras && tags.length + body.pictures.length > 0) throw new Refusal('not_supported')
      const pictures = uploads.claim(shopper, body.pictures)
      const { skuId } = orders.review(shopper, orderId, productId)
      reviews.unshift({
        ...{ id: `review-${reviews.length + 1}`, productId, from: { shopper, orderId, skuId } },
        ...{ nickname, stars, text, tags, pictures, createdAt: new Date(now()).toISOString() },
        ...{ reply: null, published: false, followUp: null },
      })
      return { status: 'pending' }
    },
    followUp(shopper: string, orderId: string, { productId, text, pictures = [] }: WriteFollowUp): WrittenReview {
      if (!extras) throw new Refusal('not_supported')
      const claimed = uploads.claim(shopper, pictures)
      orders.followUp(shopper, orderId, productId)
      const review = own(shopper, orderId).find((each) => each.productId === productId)!
      const createdAt = new Date(now()).toISOString()
      review.followUp = { text, pictures: claimed, createdAt, reply: null, published: false }
      return { status: 'pending' }
    },
    publish() {
      for (const review of reviews) {
        review.published = true
        if (review.followUp) review.followUp.published = true
      }
    },
  }
}

export type Reviews = ReturnType<typeof createReviews>
