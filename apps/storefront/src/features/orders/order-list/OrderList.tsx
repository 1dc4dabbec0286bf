import { useReachBottom } from '@tarojs/taro'
import { useLocale } from '../../../i18n'
import { EmptyState, LoadMore, LoadState, LongList } from '../../../ui'
import { open } from '../../../wechat'
import { CancelSheet } from '../cancel-sheet/CancelSheet'
import { OrderCard } from '../order-card/OrderCard'
import type { OrderTab } from '../order-tabs'
import { OrdersSkeleton } from '../orders-skeleton/OrdersSkeleton'
import { useOrderActions } from '../use-order-actions'
import type { useOrders } from '../use-orders'

export interface OrderListProps {
  tab: OrderTab
  /** What was looked for; empty: nothing was. */
  q?: string
  list: ReturnType<typeof useOrders>
  /** An order is opened, or something is done with it. */
  onLeave: (orderId: string) => void
  onSeeAll: () => void
}

/** One tab's orders: cards, and at the end whether there are more. */
export function OrderList({ tab, q = '', list, onLeave, onSeeAll }: OrderListProps) {
  const { t } = useLocale()
  const { orders, error, end, refresh, more, retry } = list
  const actions = useOrderActions()
  const { busy, run } = actions
  useReachBottom(more)

  if (!orders) return <LoadState error={error} onRetry={retry} skeleton={<OrdersSkeleton />} />
  if (orders.length === 0) {
    const look = { label: t('orders.look'), onClick: () => void open('home') }
    const nothing = { title: t('care.nothingFound', { q }), hint: t('care.nothingFoundHint') }
    if (q) return <EmptyState icon="search" {...nothing} action={look} />
    return tab === 'all' ? (
      <EmptyState icon="package-open" title={t('orders.empty')} hint={t('orders.emptyHint')} action={look} />
    ) : (
      <EmptyState
        icon="package-open"
        title={t(`orders.empty_${tab}`)}
        action={{ label: t('orders.seeAll'), onClick: onSeeAll }}
        second={look}
      />
    )
  }
  return (
    <>
      <LongList items={orders} size={10}>
        {(part) =>
          part.map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              receivedAt={order.receivedAt}
              busy={busy?.orderId === order.id ? busy.action : null}
              onAction={(action) => {
                onLeave(order.id)
                void run(action, order)
              }}
              onOpen={() => {
                onLeave(order.id)
                void open('order', { id: order.id })
              }}
              onExpire={() => void refresh()}
            />
          ))
        }
      </LongList>
      <LoadMore state={end} onRetry={retry} />
      <CancelSheet
        open={actions.cancelling !== null}
        busy={busy?.action === 'cancel'}
        onClose={actions.leaveCancelling}
        onDone={(said) => void actions.cancelBecause(said)}
      />
    </>
  )
}
