import { View } from '@tarojs/components'
import type { Order, OrderAction } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button } from '../../../ui'
import './OrderButtons.scss'

export interface OrderButtonsProps {
  order: Order
  busy: OrderAction | null
  onAction: (action: OrderAction) => void
  size?: 'small' | 'medium'
}

const MOST = 3
const WORDS = { pay: 'orders.pay', cancel: 'orders.cancel', buy_again: 'orders.buyAgain' } as const

/** The actions the server allows, the most wanted one on the right. One that this version does not know is left out. */
export function OrderButtons({ order, busy, onAction, size = 'small' }: OrderButtonsProps) {
  const { t } = useLocale()
  const known = order.actions.filter((action) => action in WORDS).slice(0, MOST)
  if (known.length === 0) return null
  return (
    <View className="order-buttons">
      {[...known].reverse().map((action) => (
        <View key={action} className="order-buttons__one">
          <Button
            size={size}
            kind={action === 'pay' ? 'solid' : 'outline'}
            loading={busy === action}
            label={`${t(WORDS[action])} ${order.number}`}
            onClick={() => onAction(action)}
          >
            {t(WORDS[action])}
          </Button>
        </View>
      ))}
    </View>
  )
}
