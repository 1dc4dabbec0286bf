import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from './Skeleton'

/** Cards of two lines, and the row of what can be done with each: addresses, fapiao titles. */
export function CardsSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1, 2].map((card) => (
        <View key={card} className="x-card x-skeleton-card">
          <Skeleton width="56%" />
          <Skeleton className="x-skeleton-card__line" width="88%" />
          <View className="x-skeleton-card__acts">
            <Skeleton width={96} />
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}
