import { View } from '@tarojs/components'
import { Skeleton, SkeletonGroup } from '../../ui'

/** The page's shape while the product is on its way. */
export function ProductSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton shape="picture" className="product-page__picture-bone" />
      <View className="product-page__bones">
        <Skeleton width={120} height={32} />
        <View className="product-page__bone">
          <Skeleton width="80%" height={22} />
        </View>
        <View className="product-page__bone">
          <Skeleton width="50%" />
        </View>
      </View>
    </SkeletonGroup>
  )
}
