import { View } from '@tarojs/components'
import type { Order, OrderAction } from '@xiaopu/contract'
import { type MessageKey, useLocale } from '../../../i18n'
import { Button, type ButtonProps } from '../../../ui'
import { chooseOne } from '../../../wechat'
import { splitActions } from '../split-actions'
import './OrderButtons.scss'

export interface OrderButtonsProps {
  order: Order
  busy: OrderAction | null
  onAction: (action: OrderAction) => void
  size?: 'small' | 'medium'
}

const WORDS = {
  pay: 'orders.pay',
  cancel: 'orders.cancel',
  show_pickup_code: 'orders.pickupCode',
  confirm_receipt: 'orders.confirmReceipt',
  review: 'orders.review',
  follow_up: 'orders.followUp',
  after_sale: 'orders.afterSale',
  buy_again: 'orders.buyAgain',
  remind: 'care.remind',
  extend_receipt: 'care.extend',
  request_fapiao: 'care.requestFapiao',
  delete: 'care.delete',
} as const satisfies Record<OrderAction, MessageKey>
/** What moves the order on stands out; the rest is there for those who look for it. */
const KINDS: Partial<Record<OrderAction, ButtonProps['kind']>> = {
  pay: 'solid',
  show_pickup_code: 'solid',
  confirm_receipt: 'solid',
  remind: 'accent-outline',
  review: 'accent-outline',
}

/** The actions the server allows, the most wanted one on the right, deleting apart on the left. */
export function OrderButtons({ order, busy, onAction, size = 'small' }: OrderButtonsProps) {
  const { t } = useLocale()
  const { shown, more, canDelete } = splitActions(order.actions, (action) => action in WORDS)
  if (shown.length === 0 && !canDelete) return null

  async function chooseMore() {
    const answer = await chooseOne(more.map((action) => t(WORDS[action])))
    const chosen = answer.status === 'ok' ? more[answer.value] : undefined
    if (chosen) onAction(chosen)
  }

  const button = (action: OrderAction, kind: ButtonProps['kind']) => (
    <Button
      size={size}
      kind={kind}
      loading={busy === action}
      label={`${t(WORDS[action])} ${order.number}`}
      onClick={() => onAction(action)}
    >
      {t(WORDS[action])}
    </Button>
  )
  return (
    <View className="order-buttons">
      {canDelete && <View className="order-buttons__delete">{button('delete', 'plain')}</View>}
      <View className="order-buttons__rest">
        {more.length > 0 && (
          <View className="order-buttons__one">
            <Button
              size={size}
              kind="plain"
              loading={busy !== null && more.includes(busy)}
              label={`${t('care.more')} ${order.number}`}
              onClick={() => void chooseMore()}
            >
              {t('care.more')}
            </Button>
          </View>
        )}
        {[...shown].reverse().map((action) => (
          <View key={action} className="order-buttons__one">
            {button(action, KINDS[action] ?? 'outline')}
          </View>
        ))}
      </View>
    </View>
  )
}
