import { View } from '@tarojs/components'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { FapiaoSheet } from '../../features/checkout/fapiao-sheet/FapiaoSheet'
import { FapiaoStatus } from '../../features/fapiao/FapiaoStatus'
import { useRequestFapiao } from '../../features/fapiao/use-request-fapiao'
import { useOrder } from '../../features/orders'
import { OrderDetailSkeleton } from '../../features/orders/order-detail/OrderDetailSkeleton'
import { orderGone } from '../../features/orders/order-gone'
import { useLocale } from '../../i18n'
import { Button, FixedBar, PageState } from '../../ui'
import { usePullToRefresh, useRouteParameters } from '../../wechat'
import '../sentences'

function FapiaoPage() {
  const { t } = useLocale()
  usePageTitle(t('order.fapiao'))

  const { order: id } = useRouteParameters('fapiao')
  const { order, gone, error, refresh } = useOrder(id)
  const { busy, request } = useRequestFapiao()
  const [asking, setAsking] = useState(false)
  usePullToRefresh(refresh)

  if (!order)
    return <PageState gone={gone && orderGone(t)} error={error} onRetry={refresh} skeleton={<OrderDetailSkeleton />} />
  // Asked for again, it begins with what was refused: most of it is right.
  const refused = order.fapiaoState?.status === 'refused'
  return (
    <View className="x-page">
      <FapiaoStatus order={order} />
      {order.actions.includes('request_fapiao') && (
        <FixedBar>
          <Button block loading={busy} onClick={() => setAsking(true)}>
            {t(refused ? 'care.fapiaoAgain' : 'care.requestFapiao')}
          </Button>
        </FixedBar>
      )}
      <FapiaoSheet
        open={asking}
        fapiao={refused ? order.fapiao : null}
        onClose={() => setAsking(false)}
        onDone={(fapiao) => {
          setAsking(false)
          if (fapiao) void request(order.id, fapiao)
        }}
      />
    </View>
  )
}

export default page(FapiaoPage)
