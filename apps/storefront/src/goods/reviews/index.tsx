import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import {
  isNarrow,
  RatingSummary,
  ReviewFilter,
  ReviewItem,
  ReviewItemSkeleton,
  ReviewsSkeleton,
  readNarrowing,
  useLastFigures,
  useReviews,
} from '../../features/reviews'
import { useLocale } from '../../i18n'
import { EmptyState, LoadMore, LongList, PageState } from '../../ui'
import { open, replace, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'

/** All that buyers say of a product. */
function ReviewsPage() {
  const { t } = useLocale()
  const { id, by } = useRouteParameters('reviews')
  const [narrowing, setNarrowing] = useState(() => readNarrowing(by))
  // Critical: the reviews are the page.
  const { reviews, gone, error, end, more, retry, ...sums } = useReviews(id, narrowing)
  const { summary, figures } = useLastFigures(sums)
  usePageTitle(t('reviews.title'))
  useReachBottom(more)

  if (reviews?.length === 0 && !isNarrow(narrowing))
    return (
      <EmptyState
        icon="message-circle"
        title={t('reviews.none')}
        hint={t('reviews.emptyHint')}
        action={{ label: t('reviews.toProduct'), onClick: () => void replace('product', { id: id ?? '' }) }}
      />
    )
  if (!summary)
    return (
      <PageState
        gone={
          gone && {
            title: t('product.goneTitle'),
            hint: t('product.goneHint'),
            action: { label: t('common.backHome'), onClick: () => void open('home') },
          }
        }
        error={error}
        onRetry={retry}
        skeleton={
          <View className="reviews-page">
            <ReviewsSkeleton />
          </View>
        }
      />
    )
  return (
    <View className="x-page reviews-page">
      <View className="reviews-page__summary">
        <RatingSummary summary={summary} goodRate={figures?.goodRate} />
      </View>
      {figures && <ReviewFilter figures={figures} chosen={narrowing} onChoose={setNarrowing} />}
      {error ? (
        <LoadMore state="failed" onRetry={retry} />
      ) : !reviews ? (
        <ReviewItemSkeleton count={3} />
      ) : reviews.length === 0 ? (
        <EmptyState
          icon="message-circle"
          title={t('reviews.noneSuch')}
          action={{ label: t('reviews.showAll'), onClick: () => setNarrowing({}) }}
        />
      ) : (
        <>
          <LongList items={reviews}>
            {(part) => part.map((review) => <ReviewItem key={review.id} review={review} />)}
          </LongList>
          <LoadMore state={end} onRetry={retry} />
        </>
      )}
    </View>
  )
}

export default page(ReviewsPage)
