import { Text, View } from '@tarojs/components'
import type { AfterSale } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Picture, Price } from '../../../ui'
import { PurchaseLineRow } from '../../orders/purchase-line/PurchaseLineRow'
import { moneyOf, stateHint, stateWords } from '../after-sale-words'
import './AfterSaleCard.scss'

const SHOWN = 4

/** One of the list: what it is about, how it stands, and what to do next. */
export function AfterSaleCard({ afterSale, onOpen }: { afterSale: AfterSale; onOpen: () => void }) {
  const { t } = useLocale()
  const { kind, lines, open, orderNumber } = afterSale
  const money = moneyOf(afterSale)
  const [only, ...others] = lines
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
      {only && others.length === 0 ? (
        <PurchaseLineRow line={only} />
      ) : (
        <View className="after-sale-card__pictures">
          {lines.slice(0, SHOWN).map((line) => (
            <View key={line.skuId} className="after-sale-card__picture">
              <Picture picture={line.picture} slot="thumb" shape="card" label={line.name} />
            </View>
          ))}
        </View>
      )}
      <View className="after-sale-card__foot">
        <Text className="after-sale-card__hint">{stateHint(afterSale, t)}</Text>
        {money !== null && <Price exact fen={money} />}
      </View>
    </View>
  )
}
