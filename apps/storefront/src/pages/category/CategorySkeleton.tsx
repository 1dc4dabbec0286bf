import { View } from '@tarojs/components'
import { ProductGridSkeleton } from '../../features/product'
import { Skeleton } from '../../ui'

/** The page's shape while the tree is on its way. */
export function CategorySkeleton() {
  return (
    <View className="category-page">
      <View className="category-page__search" />
      <View className="category-page__panes">
        <View className="category-page__rail-bones">
          {['60%', '52%', '60%', '44%', '60%'].map((width, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
            <View key={place} className="category-page__rail-bone">
              <Skeleton width={width} />
            </View>
          ))}
        </View>
        <View className="category-page__shelf-bones">
          <Skeleton width={120} height={24} />
          <View className="category-page__child-bones">
            {[0, 1, 2, 3, 4].map((place) => (
              <View key={place} className="category-page__child-bone">
                <Skeleton shape="circle" width={48} height={48} />
                <Skeleton width={28} height={12} className="category-page__child-name-bone" />
              </View>
            ))}
          </View>
          <ProductGridSkeleton count={6} />
        </View>
      </View>
    </View>
  )
}
