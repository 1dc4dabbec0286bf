import { endOfList, itemsOf } from './paged-list'

const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id })) })

test('goods that slipped onto the next page while one scrolled are shown once, where they stood first', () => {
  expect(itemsOf([page('mug', 'tee'), page('tee', 'lamp'), page()]).map(({ id }) => id)).toEqual(['mug', 'tee', 'lamp'])
})

test.each([
  ['another try is on its way', { isFetchingNextPage: true, isFetchNextPageError: true, hasNextPage: true }, 'loading'],
  ['the next page failed', { isFetchingNextPage: false, isFetchNextPageError: true, hasNextPage: true }, 'failed'],
  ['there is more', { isFetchingNextPage: false, isFetchNextPageError: false, hasNextPage: true }, 'idle'],
  ['that was all', { isFetchingNextPage: false, isFetchNextPageError: false, hasNextPage: false }, 'end'],
] as const)('when %s', (_, progress, expected) => {
  expect(endOfList(progress)).toBe(expected)
})
