import type { ReviewFigures } from '@xiaopu/contract'
import { choicesOf, isChosen, isNarrow, narrowingOf, readNarrowing, writeNarrowing } from './narrowing'

const figures = (changes: Partial<ReviewFigures>): ReviewFigures => ({
  ...{ goodRate: 100, good: 0, fair: 0, poor: 0, pictures: 0, followUps: 0, tags: [] },
  ...changes,
})

test('what leads to nothing, or to everything, is not offered', () => {
  expect(choicesOf(figures({ good: 3 }))).toEqual([])
  expect(choicesOf(figures({ good: 2, poor: 1, pictures: 1 })).map(narrowingOf)).toEqual([
    { only: 'pictures' },
    { stars: 'good' },
    { stars: 'poor' },
  ])
})

test('a choice is chosen when it is what the list is narrowed by', () => {
  const [choice] = choicesOf(figures({ good: 1, tags: [{ tag: 'looks_good', count: 1 }] }))
  expect([isChosen(choice!, { tag: 'looks_good' }), isChosen(choice!, { tag: 'good_value' })]).toEqual([true, false])
  expect([isNarrow({}), isNarrow(narrowingOf(choice!))]).toEqual([false, true])
})

test.each([{}, { stars: 'poor' }, { only: 'follow_up' }, { tag: 'looks_good' }] as const)(
  '%j goes through a link',
  (narrowing) => {
    expect(readNarrowing(writeNarrowing(narrowing))).toEqual(narrowing)
  },
)

test.each(['stars.best', 'tag.constructor', 'only', '; drop', undefined])('a link by %p narrows nothing', (by) => {
  expect(readNarrowing(by)).toEqual({})
})
