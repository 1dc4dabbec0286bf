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

/** The page of all of them. */
export function ReviewsSkeleton() {
  return (
    <View>
      <View className="reviews-skeleton__summary">
        <Skeleton width={150} height={32} />
      </View>
      <ReviewItemSkeleton count={4} />
    </View>
  )
}
