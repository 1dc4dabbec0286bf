import { View } from '@tarojs/components'
import { errorSentence } from '../../api/error-sentence'
import { page, usePageTitle } from '../../app-shell'
import { useOrder } from '../../features/orders'
import { FollowUpForm } from '../../features/review-writing/follow-up-form/FollowUpForm'
import { ReviewForm } from '../../features/review-writing/review-form/ReviewForm'
import { ReviewSkeleton } from '../../features/review-writing/review-skeleton/ReviewSkeleton'
import { useFollowable, useOrderReviews } from '../../features/review-writing/use-order-reviews'
import { useReviewable } from '../../features/review-writing/use-reviewable'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState } from '../../ui'
import { open, replace, useRouteParameters } from '../../wechat'
import '../sentences'

function ReviewPage() {
  const { t } = useLocale()
  const { order: orderId = '' } = useRouteParameters('review')
  const { order, gone, error, refresh } = useOrder(orderId)
  const reviewable = useReviewable(order)
  const said = useOrderReviews(orderId)
  const followable = useFollowable(said.reviews)
  const adding = reviewable === 'reviewed' && followable.length > 0
  usePageTitle(t(adding ? 'review.addTitle' : 'review.title'))
  const seeOrder = () => void replace('order', { id: orderId })
  const seeOrders = () => void replace('orders', {})

  if (gone)
    return (
      <View className="x-page">
        <EmptyState
          icon="receipt-text"
          title={t('order.gone')}
          hint={t('order.goneHint')}
          action={{ label: t('order.seeOrders'), onClick: seeOrders }}
        />
      </View>
    )
  if (error)
    return (
      <View className="x-page">
        <ErrorState message={errorSentence(error, t)} onRetry={() => void refresh()} />
      </View>
    )
  if (!order || reviewable === null || said.waiting)
    return (
      <View className="x-page">
        <ReviewSkeleton />
      </View>
    )
  if (adding)
    return (
      <View className="x-page">
        {followable.map((review) => (
          <FollowUpForm key={review.productId} order={order} review={review} />
        ))}
      </View>
    )
  if (reviewable !== 'yes')
    return (
      <View className="x-page">
        <EmptyState
          icon={reviewable === 'reviewed' ? 'check' : 'truck'}
          title={t(reviewable === 'reviewed' ? 'review.allReviewed' : 'review.notYet')}
          hint={t(reviewable === 'reviewed' ? 'review.allReviewedHint' : 'review.notYetHint')}
          action={{ label: t('review.seeOrder'), onClick: seeOrder }}
          second={{ label: t('review.goOn'), onClick: () => void open('home') }}
        />
      </View>
    )
  return (
    <View className="x-page">
      <ReviewForm order={order} extras={said.extras} onOrder={seeOrder} onHome={() => void open('home')} />
    </View>
  )
}

export default page(ReviewPage)
