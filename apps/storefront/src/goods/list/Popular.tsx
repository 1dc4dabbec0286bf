import { View } from '@tarojs/components'
import { useShelf } from '../../features/catalog'
import { ProductGrid } from '../../features/product'
import { useLocale } from '../../i18n'

const SHOWN = 4

/** What others buy, where one has found nothing yet. It may come late, or not at all. */
export function Popular() {
  const { t } = useLocale()
  const products = useShelf({ sort: 'sales' }).products?.slice(0, SHOWN) ?? []
  if (products.length === 0) return null
  return (
    <View>
      <View className="list-page__popular">{t('list.popular')}</View>
      <ProductGrid products={products} />
    </View>
  )
}
