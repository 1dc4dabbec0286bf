import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './AddressesSkeleton.scss'

/** Cards of two lines, and the row of what can be done with each. */
export function AddressesSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1, 2].map((card) => (
        <View key={card} className="x-card addresses-skeleton">
          <Skeleton width="56%" />
          <Skeleton className="addresses-skeleton__line" width="88%" />
          <View className="addresses-skeleton__acts">
            <Skeleton width={96} />
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}
