import { MOST_TAGS, offeredTags, toggleTag } from './review-tags'

test.each([
  [5, true, false],
  [4, true, false],
  [3, true, true],
  [2, false, true],
  [1, false, true],
  [0, false, false],
])('%i stars: praise %p, flaws %p', (stars, praise, flaws) => {
  const tags = offeredTags(stars, [])
  expect([tags.includes('looks_good'), tags.includes('colour_off')]).toEqual([praise, flaws])
})

test('what was ticked stays in sight when the stars change', () => {
  expect(offeredTags(1, ['looks_good'])).toContain('looks_good')
})

test('a tick comes and goes; one too many changes nothing', () => {
  expect(toggleTag(['looks_good'], 'looks_good')).toEqual([])
  const full = offeredTags(5, []).slice(0, MOST_TAGS)
  expect(toggleTag(full, 'buy_again')).toBe(full)
})
