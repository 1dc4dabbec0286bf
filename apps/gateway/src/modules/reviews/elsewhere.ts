import { BackendUnavailable, type CommerceBackend, type KeptReview, type Locale } from '@xiaopu/commerce'
import type { ReviewBook } from './book'
import { type Figures, type Narrowing, type Place, type Review, STARS } from './review'

/** Clocks of two systems differ; not by more than this, ms. */
const SKEW = 24 * 60 * 60_000

/** What the shop system tells of a product. */
export interface Elsewhere {
  /** false: unknown there, or not on sale. null: it does not answer. */
  onSale: boolean | null
  reviews: KeptReview[]
}

/** Reviews of the shop system's own website, without those of ours that it was told of. */
export function createElsewhere({ catalog, reviews }: Pick<CommerceBackend, 'catalog' | 'reviews'>, book: ReviewBook) {
  /** Never throws for a shop system that is away: what is kept here can be shown without it. */
  return async function elsewhere(locale: Locale, productId: string): Promise<Elsewhere> {
    try {
      if (!reviews) {
        const listed = await catalog.summaries({ locale }, [productId])
        return { onSale: listed.length > 0, reviews: [] }
      }
      const [kept, told] = await Promise.all([reviews.list({ locale }, productId), book.toldOf(productId)])
      return { onSale: kept !== null, reviews: withoutTold(kept ?? [], told) }
    } catch (error) {
      if (!(error instanceof BackendUnavailable)) throw error
      return { onSale: null, reviews: [] }
    }
  }
}

/** Each review of ours stands for one there at most: many a buyer says no more than 好. */
export function withoutTold(kept: KeptReview[], told: { createdAt: Date; marks: string[] }[]): KeptReview[] {
  const left = new Set(kept)
  const marked = new Map<string, KeptReview[]>()
  for (const review of kept) for (const mark of review.marks) marked.set(mark, [...(marked.get(mark) ?? []), review])
  for (const { createdAt, marks } of told) {
    const isOurs = (review: KeptReview) => left.has(review) && review.createdAt.getTime() >= createdAt.getTime() - SKEW
    const there = marks.map((mark) => marked.get(mark)?.find(isOurs)).find((found) => found !== undefined)
    if (there) left.delete(there)
  }
  return [...left]
}

/** They have stars and words: of what has a tag, a picture or more to say there is none among them. */
export function narrowed(kept: KeptReview[], { stars, tag, only }: Narrowing): KeptReview[] {
  if (tag !== undefined || only !== undefined) return []
  if (stars === undefined) return kept
  const [least, most] = STARS[stars]
  return kept.filter((review) => review.stars >= least && review.stars <= most)
}

/** The next of both, the newest first. `ours` are those after the place already. */
export function merged(ours: Review[], kept: KeptReview[], after: Place | undefined): Review[] {
  const theirs = kept
    .map(asReview)
    .filter((review) => !after || comesAfter(review, { createdAt: after.at, id: after.id }))
  return [...ours, ...theirs].sort((one, other) => (comesAfter(one, other) ? 1 : -1))
}

/** Later in the list: older, or of the same moment with the smaller id, by bytes. */
function comesAfter(one: { createdAt: Date; id: string }, other: { createdAt: Date; id: string }): boolean {
  const older = other.createdAt.getTime() - one.createdAt.getTime()
  return older === 0 ? one.id < other.id : older > 0
}

const asReview = ({ id, nickname, stars, text, createdAt }: KeptReview): Review => ({
  ...{ id, nickname, stars, text, createdAt },
  ...{ options: [], tags: [], pictures: [], reply: null, followUp: null },
})

export function together(figures: Figures, kept: KeptReview[]): Figures {
  const count = (stars: 'good' | 'fair' | 'poor') => narrowed(kept, { stars }).length
  return {
    ...figures,
    stars: figures.stars + kept.reduce((sum, review) => sum + review.stars, 0),
    ...{ good: figures.good + count('good'), fair: figures.fair + count('fair'), poor: figures.poor + count('poor') },
  }
}
