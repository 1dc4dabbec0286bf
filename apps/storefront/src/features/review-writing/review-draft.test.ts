import type { OrderLine } from '@xiaopu/contract'
import { draftProblem, keptDrafts, LONGEST_TEXT, NO_DRAFT, NO_DRAFTS, toReview } from './review-draft'

test.each([
  [{ stars: 0, text: '' }, null],
  [{ stars: 0, text: '  \n' }, null],
  [{ stars: 0, text: '好看' }, 'stars'],
  [{ stars: 4, text: ' ' }, 'text'],
  [{ stars: 4, text: '好看' }, null],
])('%j lacks %p', (draft, problem) => expect(draftProblem({ ...NO_DRAFT, ...draft })).toBe(problem))

const line = (productId: string, options: string[], reviewed = false) =>
  ({ productId, name: productId, options, picture: null, reviewed }) as unknown as OrderLine

test('a product is reviewed once, whichever of its variants were bought; what has its review is left out', () => {
  const lines = [line('tee', ['白', 'M']), line('mug', []), line('tee', ['黑', 'L']), line('lamp', [], true)]
  expect(toReview(lines).map(({ productId, options }) => [productId, options])).toEqual([
    ['tee', ['白 · M', '黑 · L']],
    ['mug', []],
  ])
})

test('what was kept comes back for its order, and for no other', () => {
  const mug = { stars: 4, text: '好看', tags: ['looks_good'], pictures: [] }
  const drafts = { products: { mug }, anonymous: false, nickname: '阿禾' }
  expect(keptDrafts({ orderId: 'order-1', ...drafts }, 'order-1')).toEqual(drafts)
  expect(keptDrafts({ orderId: 'order-1', ...drafts }, 'order-2')).toEqual(NO_DRAFTS)
})

test.each([
  [undefined, NO_DRAFTS],
  ['x', NO_DRAFTS],
  [{ orderId: 'order-1' }, NO_DRAFTS],
  [
    {
      orderId: 'order-1',
      products: { mug: null, lamp: { stars: 9, text: 'x'.repeat(2_000), tags: ['best', 7], pictures: [{}] } },
    },
    { ...NO_DRAFTS, products: { lamp: { ...NO_DRAFT, text: 'x'.repeat(LONGEST_TEXT) } } },
  ],
])('what an older version left behind does no harm', (kept, drafts) =>
  expect(keptDrafts(kept, 'order-1')).toEqual(drafts),
)

test('pictures are kept for as long as the shop keeps them', () => {
  const address = 'https://media.test/1.webp'
  const picture = { thumb: address, card: address, full: address, width: 1, height: 1, tone: '#cccccc', alt: '' }
  const pictures = [{ id: 'upload-1', picture }]
  const kept = { orderId: 'order-1', at: 0, products: { mug: { stars: 4, text: '好', tags: [], pictures } } }
  expect(keptDrafts(kept, 'order-1', 3_600_000).products.mug?.pictures).toEqual(pictures)
  expect(keptDrafts(kept, 'order-1', 24 * 3_600_000).products.mug).toMatchObject({ stars: 4, pictures: [] })
})
