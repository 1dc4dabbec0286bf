import { Text, View } from '@tarojs/components'
import type { Product } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Icon, LoadMore } from '../../../ui'
import type { Narrowing } from '../narrowing'
import { RatingSummary } from '../rating-summary/RatingSummary'
import { ReviewFilter } from '../review-filter/ReviewFilter'
import { ReviewItem } from '../review-item/ReviewItem'
import { ReviewFilterSkeleton, ReviewItemSkeleton } from '../reviews-skeleton/ReviewsSkeleton'
import { useReviews } from '../use-reviews'
import './FirstReviews.scss'

const SHOWN = 2

export interface FirstReviewsProps {
  product: Pick<Product, 'id' | 'reviews'>
  /** Left out where no other page can be opened. */
  onAll?: () => void
  /** All reviews of one kind. */
  onNarrow?: (narrowing: Narrowing) => void
}

/** How buyers find it, on the product's page: the sum of it came with the product, the first two follow in their own time. */
export function FirstReviews({ product: { id, reviews: summary }, onAll, onNarrow }: FirstReviewsProps) {
  const { t } = useLocale()
  const some = summary.count > 0
  // Deferred: the product stands without it, and a failure stays in its own corner.
  const { reviews, figures, error, gone, retry } = useReviews(some ? id : undefined)
  const opens = some && onAll !== undefined
  return (
    <View className="first-reviews">
      <View
        className="first-reviews__head"
        hoverClass={opens ? 'x-pressed' : 'none'}
        ariaRole={opens ? 'button' : 'heading'}
        ariaLabel={opens ? t('reviews.allSpoken', { count: summary.count }) : undefined}
        onClick={opens ? onAll : undefined}
      >
        <Text className="first-reviews__title">{t('reviews.title')}</Text>
        {opens ? (
          <>
            <Text className="first-reviews__all">{t('reviews.all')}</Text>
            <Icon name="chevron-right" size={16} className="first-reviews__arrow" />
          </>
        ) : (
          !some && <Text className="first-reviews__all">{t('reviews.none')}</Text>
        )}
      </View>
      {some && <RatingSummary summary={summary} goodRate={figures?.goodRate} />}
      {figures && onNarrow && <ReviewFilter oneRow figures={figures} onChoose={onNarrow} />}
      {some && !figures && !error && onNarrow && <ReviewFilterSkeleton />}
      {some && !gone && (
        <View className="first-reviews__quotes">
          {error ? (
            <LoadMore state="failed" onRetry={retry} />
          ) : reviews ? (
            reviews.slice(0, SHOWN).map((review) => <ReviewItem key={review.id} review={review} size="quote" />)
          ) : (
            <ReviewItemSkeleton count={Math.min(summary.count, SHOWN)} />
          )}
        </View>
      )}
    </View>
  )
}
