import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import { PurchaseLineSkeleton } from '../../orders/purchase-line/PurchaseLineSkeleton'
import './RequestSkeleton.scss'

/** The kinds, one line, and what is written. */
export function RequestSkeleton() {
  return (
    <SkeletonGroup>
      <View className="x-card request-skeleton">
        {[0, 1, 2].map((row) => (
          <View key={row} className="request-skeleton__row">
            <Skeleton width="40%" />
          </View>
        ))}
      </View>
      <View className="x-card request-skeleton">
        <PurchaseLineSkeleton />
      </View>
      <View className="x-card request-skeleton">
        <Skeleton width="30%" />
        <Skeleton className="request-skeleton__box" height={132} />
      </View>
    </SkeletonGroup>
  )
}
