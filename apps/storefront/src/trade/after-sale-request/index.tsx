import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { freshDraft, type RequestDraft } from '../../features/after-sale/request-draft'
import { RequestForm } from '../../features/after-sale/request-form/RequestForm'
import { RequestSkeleton } from '../../features/after-sale/request-skeleton/RequestSkeleton'
import { useAfterSaleOptions } from '../../features/after-sale/use-after-sale'
import { knowMessageOffers } from '../../features/messages/use-message-ask'
import { orderGone } from '../../features/orders/order-gone'
import { pause } from '../../features/payment'
import { useLocale } from '../../i18n'
import { EmptyState, PageState } from '../../ui'
import { replace, toast, useRouteParameters } from '../../wechat'
import '../sentences'

/** Nobody notices a page that opens so much later, ms. */
const NOTICED = 600

/** Asks for a refund, a return or an exchange of what was bought with one order. */
function AfterSaleRequestPage() {
  const { t } = useLocale()
  const client = useQueryClient()
  usePageTitle(t('afterSale.askTitle'))
  const { order: orderId, sku } = useRouteParameters('afterSaleRequest')
  const { options, gone, error, refresh } = useAfterSaleOptions(orderId)
  // As it was when the page opened: what is written does not give way to what is read again.
  const [opened, setOpened] = useState<RequestDraft>()
  const fresh = opened ?? (options && (freshDraft(options, sku) ?? undefined))
  if (fresh && !opened) setOpened(fresh)

  if (!options)
    return <PageState gone={gone && orderGone(t)} error={error} onRetry={refresh} skeleton={<RequestSkeleton />} />
  if (!fresh || options.kinds.length === 0)
    return (
      <View className="x-page">
        <EmptyState
          icon="package-check"
          title={t('afterSale.nothingLeft')}
          hint={t('afterSale.nothingLeftHint')}
          action={{ label: t('afterSale.seeAll'), onClick: () => void replace('afterSales') }}
          second={{ label: t('afterSale.seeOrder'), onClick: () => void replace('order', { id: options.orderId }) }}
        />
      </View>
    )
  return (
    <View className="x-page">
      <RequestForm
        options={options}
        fresh={fresh}
        onStale={() => void refresh()}
        onSent={({ id, orderId: of }) => {
          toast(t('afterSale.sent'))
          void knowMessageOffers(client, of, pause(NOTICED)).then(() => replace('afterSale', { id }))
        }}
      />
    </View>
  )
}

export default page(AfterSaleRequestPage)
