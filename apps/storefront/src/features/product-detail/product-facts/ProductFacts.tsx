import { Text, View } from '@tarojs/components'
import type { Product, Sku } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Price } from '../../../ui'
import { factsLine } from '../product-words'
import './ProductFacts.scss'

export interface ProductFactsProps {
  product: Product
  /** Once one is chosen, the price is its price. */
  sku: Sku | null
}

/** Price, name, and one grey line of what matters. */
export function ProductFacts({ product, sku }: ProductFactsProps) {
  const { t } = useLocale()
  const { name, subtitle, price } = product
  const now = sku?.price ?? price.from
  const before = sku ? sku.compareAt : price.compareAt
  const facts = factsLine(product, t)
  return (
    <View className="product-facts">
      <View className="product-facts__prices">
        <Price
          fen={now}
          size="display"
          tone={before === null ? 'ink' : 'accent'}
          from={sku === null && price.from !== price.to}
        />
        {before !== null && <Price fen={before} size="small" tone="line" />}
      </View>
      <Text className="product-facts__name">{name}</Text>
      {subtitle !== '' && <Text className="product-facts__subtitle">{subtitle}</Text>}
      {facts !== '' && <Text className="product-facts__line">{facts}</Text>}
    </View>
  )
}
