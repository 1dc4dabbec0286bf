import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import { PurchaseLineSkeleton } from '../purchase-line/PurchaseLineSkeleton'
import './OrdersSkeleton.scss'

export function OrdersSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1, 2].map((card) => (
        <View key={card} className="x-card orders-skeleton">
          <Skeleton width="60%" />
          <PurchaseLineSkeleton />
          <Skeleton className="orders-skeleton__sum" width="35%" />
        </View>
      ))}
    </SkeletonGroup>
  )
}
