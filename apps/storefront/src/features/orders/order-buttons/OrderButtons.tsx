import { View } from '@tarojs/components'
import type { Order, OrderAction } from '@xiaopu/contract'
import { type MessageKey, useLocale } from '../../../i18n'
import { Button, type ButtonProps } from '../../../ui'
import './OrderButtons.scss'

export interface OrderButtonsProps {
  order: Order
  busy: OrderAction | null
  onAction: (action: OrderAction) => void
  size?: 'small' | 'medium'
}

const MOST = 3
const WORDS = {
  pay: 'orders.pay',
  cancel: 'orders.cancel',
  show_pickup_code: 'orders.pickupCode',
  confirm_receipt: 'orders.confirmReceipt',
  review: 'orders.review',
  follow_up: 'orders.followUp',
  after_sale: 'orders.afterSale',
  buy_again: 'orders.buyAgain',
} as const satisfies Record<OrderAction, MessageKey>
/** What moves the order on stands out; the rest is there for those who look for it. */
const KINDS: Partial<Record<OrderAction, ButtonProps['kind']>> = {
  pay: 'solid',
  show_pickup_code: 'solid',
  confirm_receipt: 'solid',
  review: 'accent-outline',
}

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
            kind={KINDS[action] ?? 'outline'}
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
