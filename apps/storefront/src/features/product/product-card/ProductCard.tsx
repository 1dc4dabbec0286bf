import { Text, View } from '@tarojs/components'
import type { ProductSummary } from '@xiaopu/contract'
import { memo } from 'react'
import { useLocale } from '../../../i18n'
import { classNames, Picture, Price, priceText, Tag } from '../../../ui'
import { open } from '../../../wechat'
import { TAG_TONE, TAG_WORDS } from '../product-tag'
import './ProductCard.scss'

export interface ProductCardProps {
  product: ProductSummary
  /** `compact`: for a horizontal row or a narrow column. */
  size?: 'regular' | 'compact'
}

/** A product among others: square picture, a name of two lines at most, the price, one tag. A tap opens it. */
export const ProductCard = memo(function ProductCard({ product, size = 'regular' }: ProductCardProps) {
  const { t } = useLocale()
  const { id, name, picture, price, tag, available, pickupOnly } = product
  const reduced = price.compareAt !== null
  const words = pickupOnly ? t('product.tagPickupOnly') : tag && t(TAG_WORDS[tag])
  const canBeHad = available || pickupOnly
  return (
    <View
      className={classNames('product-card', size === 'compact' && 'product-card--compact')}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={[name, priceText(price.from), words].filter(Boolean).join(' ')}
      onClick={() => void open('product', { id })}
    >
      <View className="product-card__picture">
        <Picture picture={picture} slot="card" label="" />
        {!canBeHad && <View className="product-card__veil" />}
      </View>
      <View className="product-card__words">
        <Text className="product-card__name">{name}</Text>
        <View className="product-card__prices">
          <Price
            fen={price.from}
            tone={canBeHad ? (reduced ? 'accent' : 'ink') : 'quiet'}
            from={price.from !== price.to}
          />
          {price.compareAt !== null && size === 'regular' && (
            <Price fen={price.compareAt} size="small" tone="line" className="product-card__before" />
          )}
        </View>
        {tag && words && (
          <Tag tone={TAG_TONE[tag]} className="product-card__tag">
            {words}
          </Tag>
        )}
      </View>
    </View>
  )
})
