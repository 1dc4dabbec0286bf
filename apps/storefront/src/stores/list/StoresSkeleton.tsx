import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../ui'

/** The page's shape while the stores are on their way. */
export function StoresSkeleton() {
  return (
    <SkeletonGroup className="stores-page">
      <Skeleton height={44} />
      <Skeleton height={44} className="store-filters__bone" />
      <View className="stores-page__rows">
        {[0, 1, 2, 3, 4].map((place) => (
          <View key={place} className="store-row">
            <View className="store-row__words">
              <Skeleton width="50%" height={20} />
              <Skeleton width="70%" className="store-row__bone" />
              <Skeleton width="80%" className="store-row__bone" />
            </View>
          </View>
        ))}
      </View>
    </SkeletonGroup>
  )
}
