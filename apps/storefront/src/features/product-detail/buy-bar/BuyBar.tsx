import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Badge, Button, classNames, FixedBar, Icon, type IconName } from '../../../ui'
import { open } from '../../../wechat'
import './BuyBar.scss'

export interface BuyBarProps {
  available: boolean
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
}

/** What one can do with the product; where it cannot be bought, the reason stands in the buttons' place. */
export function BuyBar(props: BuyBarProps) {
  const { available, cartCount, adding, favourite, onFavourite, onAdd, onBuy, onSimilar, undeliverable, onRegion } =
    props
  const { t } = useLocale()
  return (
    <FixedBar>
      <BarIcon icon="house" name={t('product.home')} onClick={() => void open('home')} />
      <BarIcon
        icon={favourite ? 'heart-full' : 'heart'}
        name={t('kept.favourite')}
        label={favourite ? t('kept.unmark') : undefined}
        chosen={favourite}
        onClick={onFavourite}
      />
      <BarIcon icon="shopping-bag" name={t('product.cart')} badge={cartCount} onClick={() => void open('cart')} />
      {available && !undeliverable ? (
        <View className="buy-bar__buttons">
          <Button className="buy-bar__button" kind="accent-outline" loading={adding} onClick={onAdd}>
            {t('sku.add')}
          </Button>
          <Button className="buy-bar__button" onClick={onBuy}>
            {t('sku.buy')}
          </Button>
        </View>
      ) : (
        <View className="buy-bar__buttons">
          <Text className="buy-bar__reason">{t(available ? 'delivery.notHere' : 'product.soldOut')}</Text>
          <Button className="buy-bar__button" kind="outline" onClick={available ? onRegion : onSimilar}>
            {t(available ? 'delivery.otherPlace' : 'product.similar')}
          </Button>
        </View>
      )}
    </FixedBar>
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
