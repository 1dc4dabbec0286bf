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
] as const satisfies readonly (readonly [keyof OrderCounts, IconName])[]

/** The way to one's orders, by what they wait for. */
export function OrderRow({ counts }: { counts: OrderCounts | undefined }) {
  const { t } = useLocale()
  return (
    <View className="order-row">
      <Cell title={t('orders.title')} value={t('profile.allOrders')} onClick={() => void open('orders', {})} />
      <View className="order-row__states">
        {STATES.map(([status, icon]) => {
          const count = counts?.[status] ?? 0
          const words = t(`orders.status_${status}`)
          return (
            <View
              key={status}
              className="order-row__state"
              hoverClass="x-pressed"
              ariaRole="button"
              ariaLabel={count > 0 ? `${words} ${count}` : words}
              onClick={() => void open('orders', { status })}
            >
              <View className="order-row__icon">
                <Icon name={icon} size={24} />
                {count > 0 && <Badge className="order-row__badge" count={count} />}
              </View>
              <Text className="order-row__words">{words}</Text>
            </View>
          )
        })}
      </View>
    </View>
  )
}
