import { Text, View } from '@tarojs/components'
import type { Product, ReviewSummary, Sku } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { classNames, Icon, Price, Stars, Tag } from '../../../ui'
import { soldWords } from '../product-words'
import { standingOf } from '../standing'
import './ProductFacts.scss'

export interface ProductFactsProps {
  product: Product
  /** Once one is chosen, the price is its price. */
  sku: Sku | null
  /** Left out where no other page can be opened. */
  onReviews?: () => void
}

/** Price, name, and one grey line of what matters: how buyers find it, and how many there are. */
export function ProductFacts({ product, sku, onReviews }: ProductFactsProps) {
  const { t } = useLocale()
  const { name, subtitle, price } = product
  const now = sku?.price ?? price.from
  const before = sku ? sku.compareAt : price.compareAt
  const sold = soldWords(product, t)
  const standing = standingOf(product)
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
        {standing !== 'available' && (
          <Tag className="product-facts__sold-out">
            {t(standing === 'pickup_only' ? 'sku.pickupOnly' : 'product.soldOut')}
          </Tag>
        )}
      </View>
      <Text className="product-facts__name">{name}</Text>
      {subtitle !== '' && <Text className="product-facts__subtitle">{subtitle}</Text>}
      <View className="product-facts__line">
        <Rating summary={product.reviews} onClick={onReviews} />
        {sold !== '' && <Text className="product-facts__sold">{sold}</Text>}
      </View>
    </View>
  )
}

function Rating({ summary: { count, average }, onClick }: { summary: ReviewSummary; onClick?: () => void }) {
  const { t } = useLocale()
  if (average === null) return null
  return (
    <View
      className={classNames('product-facts__rating', onClick && 'product-facts__rating--button')}
      hoverClass={onClick ? 'x-pressed' : 'none'}
      ariaRole={onClick && 'button'}
      ariaLabel={onClick && t('reviews.rating', { stars: average.toFixed(1), count })}
      onClick={onClick}
    >
      <Stars stars={average} />
      <Text className="product-facts__average" ariaHidden>
        {average.toFixed(1)}
      </Text>
      <Text>{t('reviews.count', { count })}</Text>
      {onClick && <Icon name="chevron-right" size={16} />}
    </View>
  )
}
