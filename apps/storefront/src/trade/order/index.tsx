import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { MessageAsk } from '../../features/messages/message-ask/MessageAsk'
import { useMessageAsk } from '../../features/messages/use-message-ask'
import { useOrder, useOrderActions } from '../../features/orders'
import { CancelSheet } from '../../features/orders/cancel-sheet/CancelSheet'
import { ContactButton } from '../../features/orders/contact-button/ContactButton'
import { OrderButtons } from '../../features/orders/order-buttons/OrderButtons'
import { OrderDetail } from '../../features/orders/order-detail/OrderDetail'
import { OrderDetailSkeleton } from '../../features/orders/order-detail/OrderDetailSkeleton'
import { orderGone } from '../../features/orders/order-gone'
import { useLocale } from '../../i18n'
import { FixedBar, PageState } from '../../ui'
import { back, usePullToRefresh, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'

function OrderPage() {
  const { t } = useLocale()
  usePageTitle(t('order.title'))

  const { id } = useRouteParameters('order')
  const { order, receivedAt, gone, error, refresh } = useOrder(id)
  const actions = useOrderActions({ onDeleted: () => void back() })
  const { busy, run } = actions
  const messages = useMessageAsk(id)
  usePullToRefresh(refresh)
  useDidShow(() => void (id && refresh()))

  if (!order)
    return <PageState gone={gone && orderGone(t)} error={error} onRetry={refresh} skeleton={<OrderDetailSkeleton />} />
  return (
    <View className="x-page">
      <OrderDetail order={order} receivedAt={receivedAt} onExpire={() => void refresh()}>
        <MessageAsk {...messages} />
      </OrderDetail>
      <FixedBar>
        <ContactButton />
        <View className="order-page__actions">
          <OrderButtons
            size="medium"
            // The code stands on the page already.
            order={{ ...order, actions: order.actions.filter((action) => action !== 'show_pickup_code') }}
            busy={busy?.action ?? null}
            onAction={(action) => void run(action, order)}
          />
        </View>
      </FixedBar>
      <CancelSheet
        open={actions.cancelling !== null}
        busy={busy?.action === 'cancel'}
        onClose={actions.leaveCancelling}
        onDone={(said) => void actions.cancelBecause(said)}
      />
    </View>
  )
}

export default page(OrderPage)
