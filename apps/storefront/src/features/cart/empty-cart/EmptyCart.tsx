import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { EmptyState, Picture, Price } from '../../../ui'
import { open } from '../../../wechat'
import { useSuggestions } from '../use-suggestions'
import './EmptyCart.scss'

/** Nothing in the cart: the way to the shelves, and three things from them. */
export function EmptyCart() {
  const { t } = useLocale()
  const products = useSuggestions()
  return (
    <View>
      <EmptyState
        icon="shopping-bag"
        title={t('cart.empty')}
        hint={t('cart.emptyHint')}
        action={{ label: t('cart.look'), onClick: () => void open('category') }}
      />
      {products.length > 0 && <Text className="empty-cart__title">{t('cart.suggestions')}</Text>}
      <View className="empty-cart__goods">
        {products.map(({ id, name, picture, price }) => (
          <View
            key={id}
            className="empty-cart__product"
            hoverClass="x-pressed"
            ariaRole="button"
            ariaLabel={name}
            onClick={() => void open('product', { id })}
          >
            <Picture picture={picture} slot="card" shape="card" label="" />
            <Text className="empty-cart__name">{name}</Text>
            <Price size="small" fen={price.from} from={price.from !== price.to} />
          </View>
        ))}
      </View>
    </View>
  )
}
