import { View } from '@tarojs/components'
import { page, usePageTitle } from '../../app-shell'
import { MessageAsk } from '../../features/messages/message-ask/MessageAsk'
import { useMessageAsk } from '../../features/messages/use-message-ask'
import { useOrder } from '../../features/orders'
import { orderGone } from '../../features/orders/order-gone'
import { ResultView } from '../../features/payment/result-view/ResultView'
import { useConfirmation } from '../../features/payment/use-confirmation'
import { useLocale } from '../../i18n'
import { EmptyState } from '../../ui'
import { open, replace, useRouteParameters } from '../../wechat'
import '../sentences'

function ResultPage() {
  const { t } = useLocale()
  usePageTitle(t('result.title'))

  // The link names the order and nothing else: whether it is paid, and how much, is the gateway's to say.
  const { order: orderId } = useRouteParameters('result')
  const { confirmation, askAgain } = useConfirmation(orderId)
  // Deferred: the words about what happens next.
  const { order, gone } = useOrder(orderId)
  const messages = useMessageAsk(orderId, { enabled: confirmation === 'paid' })

  if (!orderId || gone)
    return (
      <View className="x-page">
        <EmptyState {...orderGone(t)} />
      </View>
    )
  return (
    <View className="x-page">
      <ResultView
        confirmation={confirmation}
        order={order}
        onAskAgain={askAgain}
        onOrder={() => void replace('order', { id: orderId })}
        onHome={() => void open('home')}
      >
        {confirmation === 'paid' && <MessageAsk {...messages} />}
      </ResultView>
    </View>
  )
}

export default page(ResultPage)
