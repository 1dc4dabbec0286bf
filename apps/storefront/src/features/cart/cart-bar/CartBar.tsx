import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Button, Checkbox, classNames, FixedBar, Price, priceText } from '../../../ui'
import './CartBar.scss'

export interface CartBarProps {
  allChosen: boolean
  onChooseAll: (chosen: boolean) => void
  /** fen, without delivery */
  subtotal: number
  /** fen */
  saved: number
  /** Pieces that will be bought. */
  count: number
  /** The sums are from before the last tap. */
  updating: boolean
  leaving: boolean
  onCheckout: () => void
}

/** 全选, 合计, 去结算: what will be paid for the goods, as the server adds it up. */
export function CartBar(props: CartBarProps) {
  const { allChosen, onChooseAll, subtotal, saved, count, updating, leaving, onCheckout } = props
  const { t } = useLocale()
  const notes = [saved > 0 && t('cart.saved', { price: priceText(saved) }), t('cart.withoutShipping')].filter(Boolean)
  return (
    <FixedBar aboveTabs>
      <Checkbox label={t('cart.all')} checked={allChosen} onChange={onChooseAll} />
      <View className={classNames('cart-bar__sums', updating && 'cart-bar__sums--old')}>
        <View className="cart-bar__total">
          <Text className="cart-bar__label">{t('cart.total')}</Text>
          <Price exact fen={subtotal} size="large" tone="accent" />
        </View>
        <Text className="cart-bar__note">{notes.join(' · ')}</Text>
      </View>
      <Button className="cart-bar__go" disabled={count === 0} loading={leaving} onClick={onCheckout}>
        {count === 0 ? t('cart.checkout') : t('cart.checkoutCount', { count: count > 99 ? '99+' : count })}
      </Button>
    </FixedBar>
  )
}

export interface EditBarProps {
  allChosen: boolean
  onChooseAll: (chosen: boolean) => void
  count: number
  onKeep: () => void
  onRemove: () => void
}

/** The bar while the cart is edited. */
export function EditBar({ allChosen, onChooseAll, count, onKeep, onRemove }: EditBarProps) {
  const { t } = useLocale()
  return (
    <FixedBar aboveTabs>
      <Checkbox label={t('cart.all')} checked={allChosen} onChange={onChooseAll} />
      <View className="cart-bar__sums" />
      <Button kind="outline" className="cart-bar__keep" disabled={count === 0} onClick={onKeep}>
        {t('kept.move')}
      </Button>
      <Button kind="accent-outline" disabled={count === 0} onClick={onRemove}>
        {count === 0 ? t('cart.remove') : t('cart.removeCount', { count })}
      </Button>
    </FixedBar>
  )
}
