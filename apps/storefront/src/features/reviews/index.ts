/** Only the goods subpackage imports this. */
export { FirstReviews } from './first-reviews/FirstReviews'
export { RatingSummary } from './rating-summary/RatingSummary'
export { ReviewItem } from './review-item/ReviewItem'
export { ReviewsSkeleton } from './reviews-skeleton/ReviewsSkeleton'
export { useReviews } from './use-reviews'
