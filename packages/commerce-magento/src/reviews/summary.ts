import type { ReviewSummary } from '@xiaopu/commerce'
import type { ReviewFiguresFragment } from '../operations/documents'

/** Magento sums up in percent: 84 is 4.2 of five stars. */
export function summaryOfReviews({ review_count, rating_summary }: ReviewFiguresFragment): ReviewSummary {
  const count = Math.max(0, Math.floor(review_count))
  const average = Math.min(5, Math.max(1, Math.round(rating_summary / 2) / 10))
  // A review need not rate anything: then there is nothing to average.
  return { count, average: count > 0 && rating_summary > 0 ? average : null }
}
