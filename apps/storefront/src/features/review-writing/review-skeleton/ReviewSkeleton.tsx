import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../../ui'
import './ReviewSkeleton.scss'

/** One product to be reviewed, and who is named. */
export function ReviewSkeleton() {
  return (
    <SkeletonGroup>
      <View className="x-card review-skeleton">
        <View className="review-skeleton__head">
          <Skeleton shape="picture" width={48} />
          <View className="review-skeleton__words">
            <Skeleton width="70%" />
          </View>
        </View>
        <View className="review-skeleton__stars">
          <Skeleton width={208} height={28} />
        </View>
        <Skeleton className="review-skeleton__text" height={138} />
      </View>
      <View className="x-card review-skeleton review-skeleton__name">
        <Skeleton width={72} />
        <Skeleton width={48} height={28} />
      </View>
    </SkeletonGroup>
  )
}
