import { Text, View } from '@tarojs/components'
import type { Cart } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Icon, priceText } from '../../../ui'
import { stackableWords } from '../../wallet/stackable'
import './CouponHint.scss'
import { useCouponHint } from './use-coupon-hint'

/** How much more makes a coupon of the wallet count. */
export function CouponHint({ cart, updating }: { cart: Cart; updating: boolean }) {
  const { t } = useLocale()
  const hint = useCouponHint(cart, updating)
  if (!hint) return null
  return (
    <View className="coupon-hint" ariaLive="polite">
      <Icon name="receipt-text" size={16} />
      <Text className="coupon-hint__words">
        {`${t('cart.couponHint', { price: priceText(hint.missing), benefit: hint.benefit })} · ${stackableWords(hint.stackable, t)}`}
      </Text>
    </View>
  )
}
