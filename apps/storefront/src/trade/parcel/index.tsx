import { View } from '@tarojs/components'
import { errorSentence } from '../../api/error-sentence'
import { page, usePageTitle } from '../../app-shell'
import { OrderDetailSkeleton } from '../../features/orders/order-detail/OrderDetailSkeleton'
import { ParcelTimeline } from '../../features/orders/parcel-timeline/ParcelTimeline'
import { useParcel } from '../../features/orders/use-parcel'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState } from '../../ui'
import { replace, usePullToRefresh, useRouteParameters } from '../../wechat'
import '../sentences'

function ParcelPage() {
  const { t } = useLocale()
  usePageTitle(t('care.trace'))

  const { order, shipment } = useRouteParameters('parcel')
  const { parcel, gone, error, refresh } = useParcel(order, shipment)
  usePullToRefresh(refresh)
  return (
    <View className="x-page">
      {gone && (
        <EmptyState
          icon="truck"
          title={t('care.parcelGone')}
          action={{ label: t('order.seeOrders'), onClick: () => void replace('orders', {}) }}
        />
      )}
      {error && <ErrorState message={errorSentence(error, t)} onRetry={() => void refresh()} />}
      {!parcel && !gone && !error && <OrderDetailSkeleton />}
      {parcel && <ParcelTimeline parcel={parcel} />}
    </View>
  )
}

export default page(ParcelPage)
