import { Text, View } from '@tarojs/components'
import type { AfterSale } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Price } from '../../../ui'
import { GoodsPreview } from '../../orders/goods-preview/GoodsPreview'
import { moneyOf, stateHint, stateWords } from '../after-sale-words'
import './AfterSaleCard.scss'

/** One of the list: what it is about, how it stands, and what to do next. */
export function AfterSaleCard({ afterSale, onOpen }: { afterSale: AfterSale; onOpen: () => void }) {
  const { t } = useLocale()
  const { kind, lines, open, orderNumber } = afterSale
  const money = moneyOf(afterSale)
  const state = stateWords(afterSale, t)
  return (
    <View
      className="x-card after-sale-card"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={`${t(`afterSale.kind_${kind}`)} ${state} ${t('afterSale.number', { number: orderNumber })}`}
      onClick={onOpen}
    >
      <View className="after-sale-card__head">
        <Text className="after-sale-card__kind">{t(`afterSale.kind_${kind}`)}</Text>
        <Text className={open ? 'after-sale-card__state after-sale-card__state--open' : 'after-sale-card__state'}>
          {state}
        </Text>
      </View>
      <GoodsPreview lines={lines} />
      <View className="after-sale-card__foot">
        <Text className="after-sale-card__hint">{stateHint(afterSale, t)}</Text>
        {money !== null && <Price exact fen={money} />}
      </View>
    </View>
  )
}
