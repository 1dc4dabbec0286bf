import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { errorSentence } from '../../api/error-sentence'
import { page, usePageTitle } from '../../app-shell'
import { RatingSummary, ReviewItem, ReviewsSkeleton, useReviews } from '../../features/reviews'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState, LoadMore } from '../../ui'
import { open, replace, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'

/** All that buyers say of a product. */
function ReviewsPage() {
  const { t } = useLocale()
  const { id } = useRouteParameters('reviews')
  // Critical: the reviews are the page.
  const { reviews, summary, gone, error, end, more, retry } = useReviews(id)
  usePageTitle(t('reviews.title'))
  useReachBottom(more)

  if (gone)
    return (
      <EmptyState
        title={t('product.goneTitle')}
        hint={t('product.goneHint')}
        action={{ label: t('common.backHome'), onClick: () => void open('home') }}
      />
    )
  if (error) return <ErrorState message={errorSentence(error, t)} onRetry={retry} />
  if (reviews?.length === 0)
    return (
      <EmptyState
        icon="message-circle"
        title={t('reviews.none')}
        hint={t('reviews.emptyHint')}
        action={{ label: t('reviews.toProduct'), onClick: () => void replace('product', { id: id ?? '' }) }}
      />
    )
  return (
    <View className="x-page reviews-page">
      {reviews && summary ? (
        <>
          <View className="reviews-page__summary">
            <RatingSummary summary={summary} />
          </View>
          {reviews.map((review) => (
            <ReviewItem key={review.id} review={review} />
          ))}
          <LoadMore state={end} onRetry={retry} />
        </>
      ) : (
        <ReviewsSkeleton />
      )}
    </View>
  )
}

export default page(ReviewsPage)
