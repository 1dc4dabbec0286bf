import { Text, View } from '@tarojs/components'
import type { Product } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Badge, Button, classNames, FixedBar, Icon, type IconName } from '../../../ui'
import { open } from '../../../wechat'
import { standingOf } from '../standing'
import './BuyBar.scss'
import { ServiceIcon } from './ServiceIcon'

export interface BuyBarProps {
  product: Product
  /** Not sent to where the shopper is; another region may be served. */
  undeliverable: boolean
  onRegion: () => void
  cartCount: number
  adding: boolean
  favourite: boolean
  onFavourite: () => void
  onAdd: () => void
  onBuy: () => void
  /** Where to look instead of what is sold out. */
  onSimilar: () => void
  /** To be told when it is back; left out where the shop cannot tell. */
  onRemind?: () => void
}

/** What one can do with the product. */
export function BuyBar(props: BuyBarProps) {
  const { product, cartCount, favourite, onFavourite } = props
  const { t } = useLocale()
  return (
    <FixedBar>
      <View className="buy-bar__icon">
        <Icon name="message-circle" size={20} />
        <Text className="buy-bar__name" ariaHidden>
          {t('product.contact')}
        </Text>
        <ServiceIcon product={product} />
      </View>
      <BarIcon
        icon={favourite ? 'heart-full' : 'heart'}
        name={t('kept.favourite')}
        label={favourite ? t('kept.unmark') : undefined}
        chosen={favourite}
        onClick={onFavourite}
      />
      <BarIcon icon="shopping-bag" name={t('product.cart')} badge={cartCount} onClick={() => void open('cart')} />
      <BuyButtons {...props} />
    </FixedBar>
  )
}

/** Where it cannot be bought, the reason or a way on stands in the buttons' place. */
function BuyButtons({ product, adding, onAdd, onBuy, undeliverable, onRegion, onSimilar, onRemind }: BuyBarProps) {
  const { t } = useLocale()
  const button = (
    kind: 'solid' | 'outline' | 'accent-outline',
    words: string,
    onClick: () => void,
    loading = false,
  ) => (
    <Button
      className={classNames('buy-bar__button', loading && 'buy-bar__button--loading')}
      kind={kind}
      loading={loading}
      onClick={onClick}
    >
      {words}
    </Button>
  )
  const reason = (words: string) => <Text className="buy-bar__reason">{words}</Text>
  const standing = standingOf(product)
  if (standing === 'sold_out')
    return (
      <View className="buy-bar__buttons">
        {!onRemind && reason(t('product.soldOut'))}
        {button('outline', t('product.similar'), onSimilar)}
        {onRemind && button('solid', t('product.remind'), onRemind)}
      </View>
    )
  if (undeliverable && standing === 'available')
    return (
      <View className="buy-bar__buttons">
        {reason(t('delivery.notHere'))}
        {button('outline', t('delivery.otherPlace'), onRegion)}
      </View>
    )
  return (
    <View className="buy-bar__buttons">
      {button('accent-outline', t('sku.add'), onAdd, adding)}
      {button('solid', t(standing === 'pickup_only' ? 'sku.buyPickup' : 'sku.buy'), onBuy)}
    </View>
  )
}

interface BarIconProps {
  icon: IconName
  name: string
  badge?: number
  /** For a screen reader, when a tap does something else than the name says. */
  label?: string
  chosen?: boolean
  onClick: () => void
}

function BarIcon({ icon, name, badge = 0, label = name, chosen = false, onClick }: BarIconProps) {
  return (
    <View
      className={classNames('buy-bar__icon', chosen && 'buy-bar__icon--chosen')}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={badge > 0 ? `${label} ${badge}` : label}
      onClick={onClick}
    >
      <Icon name={icon} size={20} />
      <Text className="buy-bar__name">{name}</Text>
      {badge > 0 && <Badge count={badge} className="buy-bar__badge" />}
    </View>
  )
}
