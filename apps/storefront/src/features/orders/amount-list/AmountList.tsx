import { Text, View } from '@tarojs/components'
import type { Amounts } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Price } from '../../../ui'
import './AmountList.scss'

/** What it comes to, line by line, as the server added it up. */
export function AmountList({ amounts, totalLabel }: { amounts: Amounts; totalLabel: string }) {
  const { t } = useLocale()
  return (
    <View className="amounts">
      <View className="amounts__row">
        <Text>{t('order.goodsTotal')}</Text>
        <Price exact fen={amounts.goods} size="small" />
      </View>
      {amounts.discount > 0 && (
        <View className="amounts__row">
          <Text>{t('order.discount')}</Text>
          <Price exact fen={-amounts.discount} size="small" tone="accent" />
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
      <View className="amounts__row amounts__row--total">
        <Text>{totalLabel}</Text>
        <Price exact fen={amounts.total} />
      </View>
    </View>
  )
}
