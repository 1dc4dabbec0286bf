import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './TitlesSkeleton.scss'

/** Cards of two lines, and the row of what can be done with each. */
export function TitlesSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1, 2].map((card) => (
        <View key={card} className="x-card titles-skeleton">
          <Skeleton width="56%" />
          <Skeleton className="titles-skeleton__line" width="88%" />
          <View className="titles-skeleton__acts">
            <Skeleton width={96} />
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}
