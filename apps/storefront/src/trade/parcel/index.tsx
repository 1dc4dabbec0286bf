import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { OrderDetailSkeleton } from '../../features/orders/order-detail/OrderDetailSkeleton'
import { ParcelTimeline } from '../../features/orders/parcel-timeline/ParcelTimeline'
import { useParcel } from '../../features/orders/use-parcel'
import { useLocale } from '../../i18n'
import { PageState } from '../../ui'
import { replace, usePullToRefresh, useRouteParameters } from '../../wechat'
import '../sentences'

function ParcelPage() {
  const { t } = useLocale()
  usePageTitle(t('care.trace'))

  const { order, shipment } = useRouteParameters('parcel')
  const { parcel, gone, error, refresh } = useParcel(order, shipment)
  usePullToRefresh(refresh)

  if (!parcel)
    return (
      <PageState
        gone={
          gone && {
            icon: 'truck',
            title: t('care.parcelGone'),
            action: { label: t('order.seeOrders'), onClick: () => void replace('orders', {}) },
          }
        }
        error={error}
        onRetry={refresh}
        skeleton={<OrderDetailSkeleton />}
      />
    )
  return (
    <View className="x-page">
      <ParcelTimeline parcel={parcel} />
    </View>
  )
}

export default page(ParcelPage)
