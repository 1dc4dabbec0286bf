import { Text, View } from '@tarojs/components'
import type { Cart } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon, priceText } from '../../../ui'
import { isPickupOnly } from '../cart-change'
import { missingForFreeShipping } from '../free-shipping'
import './CartNotice.scss'

export interface CartNoticeProps {
  cart: Cart
  editing: boolean
  onEdit: (editing: boolean) => void
}

/** The line above the goods: what the shop promises, and the way to edit. */
export function CartNotice({ cart, editing, onEdit }: CartNoticeProps) {
  const { t } = useLocale()
  // What is picked up is no part of a parcel.
  const chosen = cart.lines.filter(({ selected }) => selected)
  const pickedUp = chosen.filter(isPickupOnly)
  const subtotal = pickedUp.reduce((sum, { lineTotal }) => sum - lineTotal, cart.subtotal)
  const missing = missingForFreeShipping({ ...cart, subtotal })
  const promise =
    missing === null || cart.freeShippingFrom === null
      ? t('cart.pieces', { count: cart.count })
      : chosen.length === pickedUp.length
        ? t('cart.freeFrom', { price: priceText(cart.freeShippingFrom) })
        : missing === 0
          ? t('cart.free')
          : t('cart.missing', { price: priceText(missing) })
  return (
    <View className="cart-notice">
      <Icon name="truck" size={16} />
      <Text className="cart-notice__promise" ariaLive="polite">
        {promise}
      </Text>
      <Button kind="plain" size="small" className="cart-notice__edit" onClick={() => onEdit(!editing)}>
        {t(editing ? 'cart.done' : 'cart.edit')}
      </Button>
    </View>
  )
}
