import type { ReviewTag } from '@xiaopu/contract'

/** What was good of it. */
export const PRAISE: readonly ReviewTag[] = [
  'well_made',
  'looks_good',
  'good_value',
  'as_described',
  'easy_to_use',
  'fast_delivery',
  'well_packed',
  'buy_again',
]
/** What was not. */
export const FLAWS: readonly ReviewTag[] = ['poor_quality', 'size_off', 'colour_off', 'slow_delivery', 'poorly_packed']
export const ALL_TAGS = [...PRAISE, ...FLAWS]

export const isTag = (tag: unknown): tag is ReviewTag => ALL_TAGS.includes(tag as ReviewTag)
