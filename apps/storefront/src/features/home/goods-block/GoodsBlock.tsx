import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon } from '../../../ui'
import { open } from '../../../wechat'
import { ProductGrid } from '../../product'
import type { BlockOf } from '../blocks'
import './GoodsBlock.scss'

interface HeadProps {
  title: string
  /** Where "see all" leads; null has none. */
  category?: string | null
}

function Head({ title, category }: HeadProps) {
  const { t } = useLocale()
  return (
    <View className="goods-block__head">
      <Text className="goods-block__title">{title}</Text>
      {category && (
        <View
          className="goods-block__all"
          hoverClass="x-pressed"
          ariaRole="button"
          ariaLabel={t('home.seeAllOf', { title })}
          onClick={() => void open('list', { category, title })}
        >
          <Text>{t('home.seeAll')}</Text>
          <Icon name="chevron-right" size={16} />
        </View>
      )}
    </View>
  )
}

/** Goods in two columns, and the way to all of them. */
export function GoodsGrid({ block: { title, products, category } }: { block: BlockOf<'product_grid'> }) {
  return (
    <View className="goods-block">
      <Head title={title} category={category} />
      <View className="goods-block__grid">
        <ProductGrid products={products} />
      </View>
    </View>
  )
}
