import type { ProductPage, ProductSummary } from '@xiaopu/contract'
import { endOfShelf, goodsOf } from './shelf-pages'

const page = (...ids: string[]): ProductPage => ({
  items: ids.map((id) => ({ id }) as ProductSummary),
  nextCursor: null,
  total: null,
})

test('goods that slipped onto the next page while one scrolled are shown once, where they stood first', () => {
  expect(goodsOf([page('mug', 'tee'), page('tee', 'lamp'), page()]).map(({ id }) => id)).toEqual(['mug', 'tee', 'lamp'])
})

test.each([
  ['another try is on its way', { isFetchingNextPage: true, isFetchNextPageError: true, hasNextPage: true }, 'loading'],
  ['the next page failed', { isFetchingNextPage: false, isFetchNextPageError: true, hasNextPage: true }, 'failed'],
  ['there is more', { isFetchingNextPage: false, isFetchNextPageError: false, hasNextPage: true }, 'idle'],
  ['that was all', { isFetchingNextPage: false, isFetchNextPageError: false, hasNextPage: false }, 'end'],
] as const)('when %s', (_, progress, expected) => {
  expect(endOfShelf(progress)).toBe(expected)
})
