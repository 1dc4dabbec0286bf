import { Text, View } from '@tarojs/components'
import { type Translate, useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import { PurchaseLineRow } from '../../orders/purchase-line/PurchaseLineRow'
import type { Apart, Because } from '../apart'
import { lineProblem } from '../line-problem'
import './ApartGoods.scss'

export interface ApartGoodsProps {
  apart: Apart
  /** Where it was to be sent. */
  place: string
  /** No store has all of it. */
  nowhere: boolean
  canTakeOut: boolean
  takingOut: boolean
  onTakeOut: () => void
  /** The other way out: another address, a store, another store. */
  onOther: () => void
}

const OTHER = {
  unsent: 'delivery.otherAddress',
  pickup_only: 'pickup.toPickup',
  not_here: 'pickup.otherStore',
} as const
const TAKE_OUT = { unsent: 'delivery.takeOut', pickup_only: 'pickup.separate', not_here: 'pickup.separate' } as const

/** Goods of the purchase that cannot come along, apart from those that can: the shopper takes them out, or goes another way. */
export function ApartGoods({ apart, place, nowhere, canTakeOut, takingOut, onTakeOut, onOther }: ApartGoodsProps) {
  const { t } = useLocale()
  const { because, lines } = apart
  return (
    <View className="x-card apart-goods">
      <View className="apart-goods__head" ariaRole="alert" ariaLive="polite">
        <Icon name="info" size={16} />
        <View className="apart-goods__words">
          <Text className="apart-goods__title">{titleOf(because, place, t)}</Text>
          <Text className="apart-goods__hint">{hintOf(because, { canTakeOut, nowhere }, t)}</Text>
        </View>
      </View>
      {lines.map((line) => (
        <PurchaseLineRow
          key={line.skuId}
          line={line}
          problem={because === 'pickup_only' ? t('pickup.lineOnly') : lineProblem(line, t, because === 'not_here')}
        />
      ))}
      <View className="apart-goods__ways">
        {canTakeOut && (
          <Button kind="accent-outline" size="small" loading={takingOut} onClick={onTakeOut}>
            {t(TAKE_OUT[because])}
          </Button>
        )}
        <Button kind="outline" size="small" onClick={onOther}>
          {t(OTHER[because])}
        </Button>
      </View>
    </View>
  )
}

function titleOf(because: Because, place: string, t: Translate): string {
  if (because === 'unsent') return t('delivery.unsent', { place })
  return t(because === 'pickup_only' ? 'pickup.only' : 'pickup.notHere')
}

function hintOf(because: Because, how: { canTakeOut: boolean; nowhere: boolean }, t: Translate): string {
  if (because === 'unsent') return t(how.canTakeOut ? 'delivery.unsentHint' : 'delivery.unsentAll')
  if (because === 'pickup_only') return t(how.canTakeOut ? 'pickup.onlyHint' : 'pickup.onlyAll')
  if (!how.canTakeOut) return t('pickup.notHereAll')
  return t(how.nowhere ? 'pickup.nowhereHint' : 'pickup.notHereHint')
}
