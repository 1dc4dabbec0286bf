import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './CartSkeleton.scss'

export function CartSkeleton() {
  return (
    <SkeletonGroup>
      <View className="cart-skeleton__notice">
        <Skeleton width={180} />
      </View>
      <View className="x-card cart-skeleton__card">
        {[0, 1, 2].map((row) => (
          <View key={row} className="cart-skeleton__row">
            <Skeleton shape="circle" width={22} height={22} />
            <Skeleton shape="picture" width={88} className="cart-skeleton__picture" />
            <View className="cart-skeleton__words">
              <Skeleton width="90%" />
              <Skeleton width="50%" />
              <Skeleton width="40%" height={20} />
            </View>
          </View>
        ))}
      </View>
    </SkeletonGroup>
  )
}
