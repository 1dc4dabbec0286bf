import { View } from '@tarojs/components'
import { errorSentence } from '../../api/error-sentence'
import { page, usePageTitle } from '../../app-shell'
import { useOrder } from '../../features/orders'
import { ReviewForm } from '../../features/review-writing/review-form/ReviewForm'
import { ReviewSkeleton } from '../../features/review-writing/review-skeleton/ReviewSkeleton'
import { useReviewable } from '../../features/review-writing/use-reviewable'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState } from '../../ui'
import { open, replace, useRouteParameters } from '../../wechat'
import '../sentences'

function ReviewPage() {
  const { t } = useLocale()
  usePageTitle(t('review.title'))

  const { order: orderId = '' } = useRouteParameters('review')
  const { order, gone, error, refresh } = useOrder(orderId)
  const reviewable = useReviewable(order)
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
  if (!order || reviewable === null)
    return (
      <View className="x-page">
        <ReviewSkeleton />
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
      <ReviewForm order={order} onOrder={seeOrder} onHome={() => void open('home')} />
    </View>
  )
}

export default page(ReviewPage)
