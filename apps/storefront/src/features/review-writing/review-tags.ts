import type { ReviewTag } from '@xiaopu/contract'
import { ALL_TAGS, FLAWS, PRAISE } from '../reviews/tags'

/** How many a review can carry. */
export const MOST_TAGS = 6

/** What there is to tick: praise for many stars, flaws for few, both in between; what was ticked stays in sight. */
export function offeredTags(stars: number, chosen: readonly ReviewTag[]): ReviewTag[] {
  if (stars === 0) return [...chosen]
  return ALL_TAGS.filter(
    (tag) => (stars >= 3 && PRAISE.includes(tag)) || (stars <= 3 && FLAWS.includes(tag)) || chosen.includes(tag),
  )
}

/** Ticked or not; one too many changes nothing. */
export function toggleTag(chosen: readonly ReviewTag[], tag: ReviewTag): readonly ReviewTag[] {
  if (chosen.includes(tag)) return chosen.filter((each) => each !== tag)
  return chosen.length < MOST_TAGS ? [...chosen, tag] : chosen
}
