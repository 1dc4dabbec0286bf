/** Only the goods subpackage imports this. */
export { FirstReviews } from './first-reviews/FirstReviews'
export { isNarrow, type Narrowing, readNarrowing, writeNarrowing } from './narrowing'
export { RatingSummary } from './rating-summary/RatingSummary'
export { ReviewFilter } from './review-filter/ReviewFilter'
export { ReviewItem } from './review-item/ReviewItem'
export { ReviewItemSkeleton, ReviewsSkeleton } from './reviews-skeleton/ReviewsSkeleton'
export { useLastFigures } from './use-last-figures'
export { useReviews } from './use-reviews'
