import { View } from '@tarojs/components'
import type { ProductSummary } from '@xiaopu/contract'
import { LongList, Skeleton, SkeletonGroup } from '../../../ui'
import { ProductCard, type ProductCardProps } from '../product-card/ProductCard'
import './ProductGrid.scss'

export interface ProductGridProps {
  products: readonly ProductSummary[]
  size?: ProductCardProps['size']
}

/** Goods in two columns. */
export function ProductGrid({ products, size }: ProductGridProps) {
  return (
    <View className="product-grid">
      {products.map((product) => (
        <View key={product.id} className="product-grid__cell">
          <ProductCard product={product} size={size} />
        </View>
      ))}
    </View>
  )
}

/** The same where there may be hundreds: what is far from the screen is not drawn. */
export function ProductList({ products, size }: ProductGridProps) {
  return (
    <LongList items={products} className="product-list">
      {(part) => <ProductGrid products={part} size={size} />}
    </LongList>
  )
}

/** The same in its shape while it is on its way. */
export function ProductGridSkeleton({ count = 4 }: { count?: number }) {
  return (
    <SkeletonGroup className="product-grid">
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places, not things
        <View key={place} className="product-grid__cell">
          <View className="product-grid__bones">
            <Skeleton shape="picture" />
            <View className="product-grid__line">
              <Skeleton width="90%" />
            </View>
            <View className="product-grid__line">
              <Skeleton width="40%" height={20} />
            </View>
          </View>
        </View>
      ))}
    </SkeletonGroup>
  )
}
