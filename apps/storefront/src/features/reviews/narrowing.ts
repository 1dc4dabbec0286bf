import type { ReviewFigures, ReviewQuery, ReviewTag } from '@xiaopu/contract'
import { isTag } from './tags'

/** One thing to narrow the reviews by; a tap on another one takes its place. */
export type Narrowing = Pick<ReviewQuery, 'stars' | 'tag' | 'only'>

export type NarrowingChoice =
  | { kind: 'only'; only: 'pictures' | 'follow_up'; count: number }
  | { kind: 'stars'; stars: 'good' | 'fair' | 'poor'; count: number }
  | { kind: 'tag'; tag: ReviewTag; count: number }

/** A list of chips, not a wall of them. */
const MOST_TAGS = 6

/** What there is to tap: only what leads to something, and not what leads to everything. */
export function choicesOf(figures: ReviewFigures): NarrowingChoice[] {
  const all = figures.good + figures.fair + figures.poor
  const choices: NarrowingChoice[] = [
    { kind: 'only', only: 'pictures', count: figures.pictures },
    { kind: 'only', only: 'follow_up', count: figures.followUps },
    { kind: 'stars', stars: 'good', count: figures.good },
    { kind: 'stars', stars: 'fair', count: figures.fair },
    { kind: 'stars', stars: 'poor', count: figures.poor },
    ...figures.tags.slice(0, MOST_TAGS).map(({ tag, count }) => ({ kind: 'tag' as const, tag, count })),
  ]
  return choices.filter(({ kind, count }) => count > 0 && (kind !== 'stars' || count < all))
}

export const narrowingOf = (choice: NarrowingChoice): Narrowing =>
  choice.kind === 'only'
    ? { only: choice.only }
    : choice.kind === 'stars'
      ? { stars: choice.stars }
      : { tag: choice.tag }

export const isChosen = (choice: NarrowingChoice, { stars, tag, only }: Narrowing) =>
  choice.kind === 'only' ? only === choice.only : choice.kind === 'stars' ? stars === choice.stars : tag === choice.tag

export const isNarrow = ({ stars, tag, only }: Narrowing) => Boolean(stars || tag || only)

/** As a page's parameter: `tag.looks_good`. */
export const writeNarrowing = ({ stars, tag, only }: Narrowing): string | undefined =>
  stars ? `stars.${stars}` : tag ? `tag.${tag}` : only ? `only.${only}` : undefined

/** Of a link; what makes no sense narrows nothing. */
export function readNarrowing(written: string | undefined): Narrowing {
  const [kind, value = ''] = (written ?? '').split('.')
  if (kind === 'stars' && (value === 'good' || value === 'fair' || value === 'poor')) return { stars: value }
  if (kind === 'only' && (value === 'pictures' || value === 'follow_up')) return { only: value }
  if (kind === 'tag' && isTag(value)) return { tag: value }
  return {}
}
