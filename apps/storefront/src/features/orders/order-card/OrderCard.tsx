import { Text, View } from '@tarojs/components'
import type { Order, OrderAction } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Price, priceText, Tag } from '../../../ui'
import { OpenAfterSale } from '../../after-sale/order-after-sales/OpenAfterSale'
import { CountdownText } from '../countdown-text/CountdownText'
import { GoodsPreview } from '../goods-preview/GoodsPreview'
import { OrderButtons } from '../order-buttons/OrderButtons'
import { statusWords, sumWords } from '../order-words'
import './OrderCard.scss'

export interface OrderCardProps {
  order: Order
  /** ms of the phone's clock when the order came. */
  receivedAt: number
  busy: OrderAction | null
  onAction: (action: OrderAction) => void
  onOpen: () => void
  onExpire: () => void
}

export function OrderCard({ order, receivedAt, busy, onAction, onOpen, onExpire }: OrderCardProps) {
  const { t } = useLocale()
  const waits = order.status === 'pending_payment'
  return (
    <View className="x-card order-card">
      <View
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={`${t('orders.number', { number: order.number })} ${statusWords(order, t)}`}
        onClick={onOpen}
      >
        <View className="order-card__head">
          <Text className="order-card__number">{t('orders.number', { number: order.number })}</Text>
          <Text className={waits ? 'order-card__status order-card__status--waits' : 'order-card__status'}>
            {statusWords(order, t)}
          </Text>
        </View>
        <GoodsPreview lines={order.lines} />
        <View className="order-card__sum">
          {order.delivery.kind === 'pickup' && <Tag className="order-card__tag">{t('orders.pickedUp')}</Tag>}
          <Text className="order-card__pieces">{t('orders.pieces', { count: order.pieces })}</Text>
          <Text className="order-card__label">{sumWords(order, t)}</Text>
          <Price exact fen={order.amounts.total} />
        </View>
        {order.refunded > 0 && (
          <Text className="order-card__refunded">
            {t('orders.refunded', { price: priceText(order.refunded, true) })}
          </Text>
        )}
      </View>
      <OpenAfterSale afterSales={order.afterSales} />
      {(order.actions.length > 0 || (waits && order.expiresAt)) && (
        <View className="order-card__foot">
          {waits && order.expiresAt ? (
            <CountdownText
              className="order-card__time"
              expiresAt={order.expiresAt}
              serverTime={order.serverTime}
              receivedAt={receivedAt}
              onEnd={onExpire}
            />
          ) : (
            <View />
          )}
          <OrderButtons order={order} busy={busy} onAction={onAction} />
        </View>
      )}
    </View>
  )
}
