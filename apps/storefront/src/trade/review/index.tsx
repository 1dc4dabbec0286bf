import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { useOrder } from '../../features/orders'
import { orderGone } from '../../features/orders/order-gone'
import { FollowUpForm } from '../../features/review-writing/follow-up-form/FollowUpForm'
import { ReviewForm } from '../../features/review-writing/review-form/ReviewForm'
import { ReviewSkeleton } from '../../features/review-writing/review-skeleton/ReviewSkeleton'
import { useFollowable, useOrderReviews } from '../../features/review-writing/use-order-reviews'
import { useReviewable } from '../../features/review-writing/use-reviewable'
import { useLocale } from '../../i18n'
import { EmptyState, PageState } from '../../ui'
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

  if (!order || reviewable === null || said.waiting)
    return <PageState gone={gone && orderGone(t)} error={error} onRetry={refresh} skeleton={<ReviewSkeleton />} />
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
