import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import { PurchaseLineSkeleton } from '../../orders/purchase-line/PurchaseLineSkeleton'
import './CheckoutSkeleton.scss'

/** The goods, the rows and the amounts while they are asked for; the address is there from the start. */
export function CheckoutSkeleton() {
  return (
    <SkeletonGroup>
      <View className="x-card checkout-skeleton">
        <PurchaseLineSkeleton />
      </View>
      <View className="x-card checkout-skeleton checkout-skeleton--cells">
        {[0, 1, 2, 3].map((row) => (
          <View key={row} className="checkout-skeleton__row">
            <Skeleton width={56} />
            <Skeleton width={140} />
          </View>
        ))}
      </View>
      <View className="x-card checkout-skeleton">
        {[0, 1, 2].map((row) => (
          <View key={row} className="checkout-skeleton__row">
            <Skeleton width={72} />
            <Skeleton width={64} />
          </View>
        ))}
      </View>
    </SkeletonGroup>
  )
}
