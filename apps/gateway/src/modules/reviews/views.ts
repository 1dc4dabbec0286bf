import type * as commerce from '@xiaopu/commerce'
import { type OwnReview, type Review, type ReviewFigures, type ReviewSummary, ReviewTag } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import type * as kept from './review'

const DAY = 24 * 60 * 60_000

/** A tag that this version does not know is one that was given up. */
const known = (tags: string[]): ReviewTag[] => tags.filter((tag): tag is ReviewTag => ReviewTag.safeParse(tag).success)

/** What reviews and follow-ups have in common, as the wire has it. */
export const said = (
  picture: PictureView,
  { pictures, createdAt, tags = [] }: { pictures: commerce.Picture[]; createdAt: Date; tags?: string[] },
) => ({
  tags: known(tags),
  pictures: pictures.flatMap((each) => picture(each) ?? []),
  createdAt: createdAt.toISOString(),
})

const daysAfter = (first: Date, then: Date) => Math.max(0, Math.floor((then.getTime() - first.getTime()) / DAY))

export const reviewView =
  (picture: PictureView) =>
  (review: kept.Review): Review => {
    const { followUp } = review
    return {
      ...review,
      ...said(picture, review),
      followUp: followUp && {
        ...{ text: followUp.text, reply: followUp.reply, days: daysAfter(review.createdAt, followUp.createdAt) },
        ...said(picture, followUp),
      },
    }
  }

export const ownReviewView =
  (picture: PictureView, followable: ReadonlySet<string>) =>
  (review: kept.OwnReview): OwnReview => {
    const { followUp, productId, status } = review
    return {
      ...review,
      ...said(picture, review),
      followUp: followUp && {
        ...{ text: followUp.text, status: followUp.status, days: daysAfter(review.createdAt, followUp.createdAt) },
        ...said(picture, followUp),
      },
      followUpOpen: followable.has(productId) && !followUp && status !== 'rejected',
    }
  }

/** The average to one decimal. */
export function summaryOf({ stars, good, fair, poor }: kept.Figures): ReviewSummary {
  const count = good + fair + poor
  return { count, average: count > 0 ? Math.round((stars * 10) / count) / 10 : null }
}

export function figuresView({ tags, stars: _, ...counts }: kept.Figures): ReviewFigures {
  const all = counts.good + counts.fair + counts.poor
  return {
    ...counts,
    goodRate: all > 0 ? Math.round((counts.good * 100) / all) : null,
    tags: tags.flatMap(({ tag, count }) => known([tag]).map((one) => ({ tag: one, count }))),
  }
}
