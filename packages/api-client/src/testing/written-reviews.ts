import type { KeptReview } from './reviews'

const before = (id: string, productId: string, review: Partial<KeptReview>): KeptReview => ({
  ...{ id, productId, from: null, nickname: null, stars: 5, text: '', tags: [], pictures: [] },
  ...{ createdAt: '2025-04-01T08:00:00.000Z', reply: null, published: true, followUp: null },
  ...review,
})

/**
 * What the shop opens with: the mug has a good one with a follow-up, a poor one that was answered, and an anonymous one; the kettle
 * has one; the rest have none.
 */
export const writtenBefore = (): KeptReview[] => [
  before('review-kettle-1', 'kettle', { nickname: '老徐', text: '保温比想的久，就是有点沉。' }),
  before('review-mug-3', 'mug', {
    nickname: '阿禾',
    text: '釉色比照片温润，握着刚好一掌。',
    tags: ['looks_good', 'well_made'],
    followUp: {
      text: '用了一个月，没有茶渍。',
      pictures: [],
      createdAt: '2025-05-01T09:00:00.000Z',
      reply: null,
      published: true,
    },
  }),
  before('review-mug-2', 'mug', {
    nickname: '小满',
    stars: 2,
    text: '杯底有一小块没上釉，放桌上会划。',
    tags: ['poor_quality'],
    reply: '抱歉，这只没检查到位，已给您补发一只新的。',
    createdAt: '2025-03-20T12:00:00.000Z',
  }),
  before('review-mug-1', 'mug', {
    stars: 4,
    text: '好看，容量小了点。',
    tags: ['looks_good'],
    createdAt: '2025-03-02T09:30:00.000Z',
  }),
]
