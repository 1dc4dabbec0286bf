import { View } from '@tarojs/components'
import { FixedBar, Skeleton, SkeletonGroup } from '../../ui'

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
        <View className="product-page__bone">
          <Skeleton width="40%" />
        </View>
      </View>
      <View className="product-page__bones product-page__bones--rows">
        {[0, 1, 2].map((row) => (
          <View key={row} className="product-page__row-bone">
            <Skeleton width={32} />
            <Skeleton width="64%" className="product-page__row-words-bone" />
          </View>
        ))}
      </View>
      <FixedBar>
        <Skeleton width={108} height={32} />
        <Skeleton height={44} className="product-page__button-bone" />
      </FixedBar>
    </SkeletonGroup>
  )
}
