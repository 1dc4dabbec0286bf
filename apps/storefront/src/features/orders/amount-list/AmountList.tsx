import { Text, View } from '@tarojs/components'
import type { Amounts, AppliedCoupon } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Price } from '../../../ui'
import './AmountList.scss'

export interface AmountListProps {
  amounts: Amounts
  /** The part of the discount each takes has a line of its own. */
  coupons: readonly AppliedCoupon[]
  /** Why delivery costs what it does. */
  shippingNote?: string
  totalLabel: string
  /** fen: what has gone back of it. */
  refunded?: number
}

/** What it comes to, line by line, as the server added it up. */
export function AmountList({ amounts, coupons, shippingNote, totalLabel, refunded = 0 }: AmountListProps) {
  const { t } = useLocale()
  const otherDiscount = amounts.discount - coupons.reduce((sum, { discount }) => sum + discount, 0)
  return (
    <View className="amounts">
      <View className="amounts__row">
        <Text>{t('order.goodsTotal')}</Text>
        <Price exact fen={amounts.goods} size="small" />
      </View>
      {coupons.map(({ code, name, discount }) => (
        <View key={code} className="amounts__row">
          <Text className="amounts__name">{t('order.coupon', { name })}</Text>
          <Price exact fen={-discount} size="small" tone="accent" />
        </View>
      ))}
      {otherDiscount > 0 && (
        <View className="amounts__row">
          <Text>{t('order.discount')}</Text>
          <Price exact fen={-otherDiscount} size="small" tone="accent" />
        </View>
      )}
      <View className="amounts__row">
        <Text>{t('order.shipping')}</Text>
        {amounts.shipping === 0 ? (
          <Text className="amounts__free">{t('order.shippingFree')}</Text>
        ) : (
          <Price exact fen={amounts.shipping} size="small" />
        )}
      </View>
      {shippingNote && <Text className="amounts__note">{shippingNote}</Text>}
      <View className="amounts__row amounts__row--total">
        <Text>{totalLabel}</Text>
        <Price exact fen={amounts.total} />
      </View>
      {refunded > 0 && (
        <View className="amounts__row">
          <Text>{t('order.refunded')}</Text>
          <Price exact fen={-refunded} size="small" />
        </View>
      )}
    </View>
  )
}
