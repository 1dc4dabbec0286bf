import { Text, View } from '@tarojs/components'
import type { PurchaseLine } from '@xiaopu/contract'
import type { ReactNode } from 'react'
import { useLocale } from '../../../i18n'
import { classNames, Picture, Price } from '../../../ui'
import './PurchaseLineRow.scss'

export interface PurchaseLineRowProps {
  line: PurchaseLine
  /** What stands in the way of buying it, in words. */
  problem?: string
  onOpen?: () => void
  /** A small button below the price. */
  action?: ReactNode
}

/** One thing that is or was bought: what, how many, for how much each. */
export function PurchaseLineRow({ line, problem, onOpen, action }: PurchaseLineRowProps) {
  const { t } = useLocale()
  const row = (
    <View
      className={classNames(
        'purchase-line',
        problem && 'purchase-line--wrong',
        Boolean(action) && 'purchase-line--acts',
      )}
      hoverClass={onOpen ? 'x-pressed' : 'none'}
      ariaRole={onOpen && 'button'}
      ariaLabel={onOpen && line.name}
      onClick={onOpen}
    >
      <Picture className="purchase-line__picture" picture={line.picture} slot="thumb" shape="card" label="" />
      <View className="purchase-line__body">
        <View className="purchase-line__words">
          <Text className="purchase-line__name">{line.name}</Text>
          {line.options.length > 0 && <Text className="purchase-line__options">{line.options.join(' · ')}</Text>}
          {problem && <Text className="purchase-line__problem">{problem}</Text>}
        </View>
        <View className="purchase-line__sums">
          <Price fen={line.unitPrice} />
          <Text className="purchase-line__quantity">{t('orders.times', { count: line.quantity })}</Text>
        </View>
      </View>
    </View>
  )
  if (!action) return row
  return (
    // Beside the row, not in it: a button in a button is none to a screen reader.
    <View className="purchase-line__frame">
      {row}
      <View className="purchase-line__action">{action}</View>
    </View>
  )
}
