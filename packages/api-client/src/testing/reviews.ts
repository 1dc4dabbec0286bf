import type { Review, ReviewPage, ReviewSummary, WriteReview, WrittenReview } from '@xiaopu/contract'
import { optionWords } from './catalogue-view'
import type { Orders } from './orders'
import { cutPage } from './pages'
import { Refusal } from './refusal'
import type { Stockroom } from './stockroom'
import type { View } from './words'

interface Kept extends Omit<Review, 'options'> {
  productId: string
  /** What was bought; null: one of the reviews the shop opened with. */
  skuId: string | null
  published: boolean
}

const before = (id: string, productId: string, review: Partial<Kept>): Kept => ({
  id,
  productId,
  skuId: null,
  nickname: null,
  stars: 5,
  text: '',
  pictures: [],
  createdAt: '2025-04-01T08:00:00.000Z',
  reply: null,
  published: true,
  ...review,
})

/** The mug has a good one, a poor one that was answered, and an anonymous one; the kettle has one; the rest have none. */
const written = (): Kept[] => [
  before('review-kettle-1', 'kettle', { nickname: '老徐', text: '保温比想的久，就是有点沉。' }),
  before('review-mug-3', 'mug', { nickname: '阿禾', text: '釉色比照片温润，握着刚好一掌。' }),
  before('review-mug-2', 'mug', {
    nickname: '小满',
    stars: 2,
    text: '杯底有一小块没上釉，放桌上会划。',
    reply: '抱歉，这只没检查到位，已给您补发一只新的。',
    createdAt: '2025-03-20T12:00:00.000Z',
  }),
  before('review-mug-1', 'mug', { stars: 4, text: '好看，容量小了点。', createdAt: '2025-03-02T09:30:00.000Z' }),
]

/** What buyers say. A review is shown once the shop has looked at it. */
export function createReviews({ now, stockroom, orders }: { now: () => number; stockroom: Stockroom; orders: Orders }) {
  const reviews = written()
  const published = (productId: string) =>
    reviews.filter((review) => review.published && review.productId === productId)

  function summary(productId: string): ReviewSummary {
    const stars = published(productId).map((review) => review.stars)
    const sum = stars.reduce((total, each) => total + each, 0)
    return { count: stars.length, average: stars.length > 0 ? Math.round((sum / stars.length) * 10) / 10 : null }
  }

  function show({ productId: _productId, skuId, published: _published, ...review }: Kept, view: View): Review {
    const bought = skuId === null ? undefined : stockroom.find(skuId)
    return { ...review, options: bought ? optionWords(bought.product, bought.sku, view) : [] }
  }

  return {
    summary,
    list(productId: string, { cursor, limit }: { cursor?: string; limit: number }, view: View): ReviewPage {
      if (!stockroom.products.some(({ id }) => id === productId)) throw new Refusal('not_found')
      const { items, ...page } = cutPage(published(productId), cursor, limit)
      return { ...page, items: items.map((review) => show(review, view)), summary: summary(productId) }
    },
    write(shopper: string, orderId: string, { productId, stars, text, nickname }: WriteReview): WrittenReview {
      const line = orders.review(shopper, orderId, productId)
      reviews.unshift({
        id: `review-${reviews.length + 1}`,
        productId,
        skuId: line.skuId,
        nickname,
        stars,
        text,
        pictures: [],
        createdAt: new Date(now()).toISOString(),
        reply: null,
        published: false,
      })
      return { status: 'pending' }
    },
    publish() {
      for (const review of reviews) review.published = true
    },
  }
}

export type Reviews = ReturnType<typeof createReviews>
