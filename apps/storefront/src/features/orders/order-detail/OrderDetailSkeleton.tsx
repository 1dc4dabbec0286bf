import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './OrderDetailSkeleton.scss'

export function OrderDetailSkeleton() {
  return (
    <SkeletonGroup>
      <View className="order-detail-skeleton__row">
        <Skeleton shape="circle" width={48} height={48} />
        <View className="order-detail-skeleton__words">
          <Skeleton width="40%" height={24} />
          <Skeleton width="60%" />
        </View>
      </View>
      <View className="x-card">
        <Skeleton width="50%" />
        <Skeleton className="order-detail-skeleton__line" width="90%" />
      </View>
      <View className="x-card order-detail-skeleton__card">
        <View className="order-detail-skeleton__goods">
          <Skeleton shape="picture" width={72} />
          <View className="order-detail-skeleton__words">
            <Skeleton width="80%" />
            <Skeleton width="40%" />
          </View>
        </View>
        <Skeleton />
        <Skeleton className="order-detail-skeleton__line" />
      </View>
    </SkeletonGroup>
  )
}
