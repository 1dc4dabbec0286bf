import { ScrollView, Text, View } from '@tarojs/components'
import type { ProductSummary } from '@xiaopu/contract'
import { Skeleton, SkeletonGroup } from '../../../ui'
import { ProductCard } from '../product-card/ProductCard'
import './ProductRow.scss'

export interface ProductRowProps {
  /** Where something else says it there is none. */
  title?: string
  /** Undefined while they are on their way: the row has its shape already. */
  products: readonly ProductSummary[] | undefined
}

/** Goods in one row, which goes on beyond the screen. */
export function ProductRow({ title, products }: ProductRowProps) {
  return (
    <View className="product-row">
      {title && <Text className="product-row__title">{title}</Text>}
      <ScrollView scrollX enhanced showScrollbar={false} className="product-row__scroll">
        {products ? (
          <View className="product-row__goods">
            {products.map((product) => (
              <View key={product.id} className="product-row__card">
                <ProductCard product={product} size="compact" />
              </View>
            ))}
          </View>
        ) : (
          <Bones />
        )}
      </ScrollView>
    </View>
  )
}

function Bones() {
  return (
    <SkeletonGroup className="product-row__goods">
      {Array.from({ length: 3 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
        <View key={place} className="product-row__card product-row__bones">
          <Skeleton shape="picture" />
          <View className="product-row__bone">
            <Skeleton width="80%" />
          </View>
          <View className="product-row__bone">
            <Skeleton width="50%" />
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}
