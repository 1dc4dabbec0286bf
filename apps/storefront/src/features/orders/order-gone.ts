import type { Translate } from '../../i18n'
import type { EmptyStateProps } from '../../ui'
import { replace } from '../../wechat'

/** What a page says that is about an order there is not, and where it leads. */
export const orderGone = (t: Translate): EmptyStateProps => ({
  icon: 'receipt-text',
  title: t('order.gone'),
  hint: t('order.goneHint'),
  action: { label: t('order.seeOrders'), onClick: () => void replace('orders', {}) },
})
