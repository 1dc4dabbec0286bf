import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { AfterSaleBar } from '../../features/after-sale/after-sale-bar/AfterSaleBar'
import { AfterSaleDetail } from '../../features/after-sale/after-sale-detail/AfterSaleDetail'
import { ReturnCard } from '../../features/after-sale/return-card/ReturnCard'
import { useAfterSale } from '../../features/after-sale/use-after-sale'
import { useAfterSaleActions } from '../../features/after-sale/use-after-sale-actions'
import { MessageAsk } from '../../features/messages/message-ask/MessageAsk'
import { useMessageAsk } from '../../features/messages/use-message-ask'
import { OrderDetailSkeleton } from '../../features/orders/order-detail/OrderDetailSkeleton'
import { useLocale } from '../../i18n'
import { PageState } from '../../ui'
import { replace, usePullToRefresh, useRouteParameters } from '../../wechat'
import '../sentences'

/** One after-sale: how far it is, and what is to be done. */
function AfterSalePage() {
  const { t } = useLocale()
  usePageTitle(t('afterSale.title'))
  const { id } = useRouteParameters('afterSale')
  const { afterSale, gone, error, refresh } = useAfterSale(id)
  const { busy, sendBack, withdraw, confirmReplacement } = useAfterSaleActions(id ?? '')
  const messages = useMessageAsk(afterSale?.orderId, { onlyIfKnown: true, only: 'after_sale' })
  usePullToRefresh(refresh)
  useDidShow(() => void (id && refresh()))

  if (!afterSale)
    return (
      <PageState
        gone={
          gone && {
            icon: 'receipt-text',
            title: t('afterSale.gone'),
            hint: t('afterSale.goneHint'),
            action: { label: t('afterSale.seeAll'), onClick: () => void replace('afterSales') },
          }
        }
        error={error}
        onRetry={refresh}
        skeleton={<OrderDetailSkeleton />}
      />
    )
  return (
    <View className="x-page">
      <AfterSaleDetail afterSale={afterSale}>
        <ReturnCard afterSale={afterSale} sending={busy === 'send_back'} onSend={sendBack} />
        {afterSale.open && <MessageAsk {...messages} space="below" />}
      </AfterSaleDetail>
      <AfterSaleBar
        afterSale={afterSale}
        busy={busy}
        onWithdraw={() => void withdraw()}
        onReplacement={() => void confirmReplacement()}
      />
    </View>
  )
}

export default page(AfterSalePage)
