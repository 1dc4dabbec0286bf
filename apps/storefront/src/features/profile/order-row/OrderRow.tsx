import { Text, View } from '@tarojs/components'
import type { OrderCounts } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Badge, Cell, Icon, type IconName } from '../../../ui'
import { open } from '../../../wechat'
import './OrderRow.scss'

const STATES = [
  ['pending_payment', 'wallet'],
  ['paid', 'package'],
  ['shipped', 'truck'],
  ['review', 'message-circle'],
] as const satisfies readonly (readonly [keyof OrderCounts, IconName])[]

interface OrderRowProps {
  counts: OrderCounts | undefined
}

/** The way to one's orders, by what they wait for, and to what became of those that went wrong. */
export function OrderRow({ counts }: OrderRowProps) {
  const { t } = useLocale()
  const states = STATES.map(([status, icon]) => ({
    key: status as string,
    icon: icon as IconName,
    words: t(`orders.status_${status}`),
    count: counts?.[status] ?? 0,
    onClick: () => void open('orders', { status }),
  }))
  const afterSale = {
    key: 'after-sale',
    icon: 'rotate-ccw' as const,
    words: t('profile.afterSale'),
    count: counts?.afterSales ?? 0,
    onClick: () => void open('afterSales'),
  }
  return (
    <View className="order-row">
      <Cell title={t('orders.title')} value={t('profile.allOrders')} onClick={() => void open('orders', {})} />
      <View className="order-row__states">
        {[...states, afterSale].map(({ key, icon, words, count, onClick }) => (
          <View
            key={key}
            className="order-row__state"
            hoverClass="x-pressed"
            ariaRole="button"
            ariaLabel={count > 0 ? `${words} ${count}` : words}
            onClick={onClick}
          >
            <View className="order-row__icon">
              <Icon name={icon} size={24} />
              {count > 0 && <Badge className="order-row__badge" count={count} />}
            </View>
            <Text className="order-row__words">{words}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
