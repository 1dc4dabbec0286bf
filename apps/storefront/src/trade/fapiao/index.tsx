import { View } from '@tarojs/components'
import type { FapiaoRequest } from '@xiaopu/contract'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { FapiaoStatus } from '../../features/fapiao/FapiaoStatus'
import { FapiaoSheet } from '../../features/fapiao/fapiao-sheet/FapiaoSheet'
import { useRequestFapiao } from '../../features/fapiao/use-request-fapiao'
import { useOrder } from '../../features/orders'
import { OrderDetailSkeleton } from '../../features/orders/order-detail/OrderDetailSkeleton'
import { orderGone } from '../../features/orders/order-gone'
import { useLocale } from '../../i18n'
import { Button, EmptyState, FixedBar, PageState } from '../../ui'
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
  /** What was typed stays in the sheet until it has been asked for, or cannot be. */
  async function ask(fapiao: FapiaoRequest) {
    if (order && (await request(order.id, fapiao))) setAsking(false)
  }
  // Asked for again, it begins with what was refused: most of it is right.
  const refused = Boolean(order.fapiaoState?.refusal)
  const canAsk = order.actions.includes('request_fapiao')
  const none = !order.fapiao && !order.fapiaoState
  return (
    <View className="x-page">
      {none && canAsk ? (
        <EmptyState
          icon="receipt-text"
          title={t('fapiao.none')}
          hint={t('fapiao.noneHint')}
          action={{ label: t('care.requestFapiao'), onClick: () => setAsking(true) }}
        />
      ) : (
        <FapiaoStatus order={order} />
      )}
      {canAsk && !none && (
        <FixedBar>
          <Button block onClick={() => setAsking(true)}>
            {t(refused ? 'care.fapiaoAgain' : 'care.requestFapiao')}
          </Button>
        </FixedBar>
      )}
      <FapiaoSheet
        open={asking && canAsk}
        fapiao={refused ? order.fapiao : null}
        purpose={refused ? 'amend' : 'ask'}
        busy={busy}
        onClose={() => setAsking(false)}
        onDone={(fapiao) => void (fapiao && ask(fapiao))}
      />
    </View>
  )
}

export default page(FapiaoPage)
