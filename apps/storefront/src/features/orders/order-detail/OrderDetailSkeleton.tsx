import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup, StatusBannerSkeleton } from '../../../ui'
import { PurchaseLineSkeleton } from '../purchase-line/PurchaseLineSkeleton'
import './OrderDetailSkeleton.scss'

export function OrderDetailSkeleton() {
  return (
    <SkeletonGroup>
      <StatusBannerSkeleton />
      <View className="x-card">
        <Skeleton width="50%" />
        <Skeleton className="order-detail-skeleton__line" width="90%" />
      </View>
      <View className="x-card order-detail-skeleton__card">
        <PurchaseLineSkeleton />
        <Skeleton className="order-detail-skeleton__line" />
        <Skeleton className="order-detail-skeleton__line" />
      </View>
    </SkeletonGroup>
  )
}
