import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './OrdersSkeleton.scss'

export function OrdersSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1, 2].map((card) => (
        <View key={card} className="x-card orders-skeleton">
          <Skeleton width="60%" />
          <View className="orders-skeleton__row">
            <Skeleton shape="picture" width={72} />
            <View className="orders-skeleton__words">
              <Skeleton width="80%" />
              <Skeleton width="40%" />
            </View>
          </View>
          <Skeleton className="orders-skeleton__sum" width="35%" />
        </View>
      ))}
    </SkeletonGroup>
  )
}
