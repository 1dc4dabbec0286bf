import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './ReviewsSkeleton.scss'

/** Reviews in their shape, while they are on their way. */
export function ReviewItemSkeleton({ count }: { count: number }) {
  return (
    <SkeletonGroup>
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
        <View key={place} className="review-item">
          <Skeleton width={140} />
          <View className="reviews-skeleton__line">
            <Skeleton width="90%" />
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}

/** A row of what they can be narrowed by. */
export function ReviewFilterSkeleton() {
  return (
    <View className="reviews-skeleton__filter" ariaHidden>
      {[72, 64, 84].map((width) => (
        <Skeleton key={width} shape="line" width={width} height={44} className="reviews-skeleton__chip" />
      ))}
    </View>
  )
}

/** The page of all of them. */
export function ReviewsSkeleton() {
  return (
    <View>
      <View className="reviews-skeleton__summary">
        <Skeleton width={150} height={32} />
      </View>
      <ReviewFilterSkeleton />
      <ReviewItemSkeleton count={4} />
    </View>
  )
}
