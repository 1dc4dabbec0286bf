import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { useOrderCounts, useOrders } from '../../features/orders'
import { OrderList } from '../../features/orders/order-list/OrderList'
import { OrderSearch } from '../../features/orders/order-search/OrderSearch'
import { countOf, ORDER_TABS, statusOf, tabOf } from '../../features/orders/order-tabs'
import { useComingBack, useReadAgain } from '../../features/orders/use-read-again'
import { useLocale } from '../../i18n'
import { Tabs } from '../../ui'
import { open, usePullToRefresh, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'

const AFTER_SALES = 'after-sales' as const

function OrdersPage() {
  const { t } = useLocale()
  usePageTitle(t('orders.title'))

  const [tab, setTab] = useState(tabOf(useRouteParameters('orders').status))
  const [q, setQ] = useState('')
  const list = useOrders(q ? undefined : statusOf(tab), q)
  const counts = useOrderCounts()
  const readAgain = useReadAgain()
  usePullToRefresh(readAgain)
  const { leftFor, cameBack } = useComingBack()
  useDidShow(() => void cameBack())

  const tabs = ORDER_TABS.map((key) => ({
    key,
    label: key === 'all' ? t('orders.tabAll') : t(`orders.status_${key}`),
    count: countOf(key, counts),
  }))
  // A page of its own: what is listed there are no orders.
  const afterSales = { key: AFTER_SALES, label: t('afterSale.listTitle'), count: counts?.afterSales }
  return (
    <View className="x-page orders-page">
      <View className="orders-page__tabs">
        <OrderSearch className="orders-page__search" onSearch={setQ} />
        {/* What is found is found in every state. */}
        {!q && (
          <Tabs
            tabs={[...tabs, afterSales]}
            chosen={tab}
            onChange={(key) => (key === AFTER_SALES ? void open('afterSales') : setTab(key))}
          />
        )}
      </View>
      <OrderList key={q || tab} tab={tab} q={q} list={list} onLeave={leftFor} onSeeAll={() => setTab('all')} />
    </View>
  )
}

export default page(OrdersPage)
