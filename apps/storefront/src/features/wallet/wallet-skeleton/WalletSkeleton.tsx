import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './WalletSkeleton.scss'

export function WalletSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1, 2].map((card) => (
        <View key={card} className="x-card wallet-skeleton">
          <View className="wallet-skeleton__words">
            <Skeleton width="60%" />
            <Skeleton className="wallet-skeleton__line" width="40%" />
            <Skeleton className="wallet-skeleton__line" width="75%" />
          </View>
          <Skeleton width={64} />
        </View>
      ))}
    </SkeletonGroup>
  )
}
