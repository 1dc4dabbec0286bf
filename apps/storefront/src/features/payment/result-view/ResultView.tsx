import { Text, View } from '@tarojs/components'
import type { Order } from '@xiaopu/contract'
import type { ReactNode } from 'react'
import { useLocale } from '../../../i18n'
import { Button, classNames, Icon, type IconName, Price, Skeleton } from '../../../ui'
import { addressLine } from '../../orders/address-lines'
import { statusHint } from '../../orders/order-words'
import type { Confirmation } from '../use-confirmation'
import './ResultView.scss'

export interface ResultViewProps {
  confirmation: Confirmation
  /** On its way when undefined. */
  order: Order | undefined
  onAskAgain: () => void
  onOrder: () => void
  onHome: () => void
  /** Below the buttons, which it does not move when it comes. */
  children?: ReactNode
}

const ICONS: Record<Confirmation, IconName> = {
  confirming: 'clock',
  paid: 'check',
  closed: 'info',
  unconfirmed: 'clock',
}

/** What was paid and what happens next; or that it is not known yet, which is not the same as not paid. */
export function ResultView({ confirmation, order, onAskAgain, onOrder, onHome, children }: ResultViewProps) {
  const { t } = useLocale()
  const paid = confirmation === 'paid'
  // What is most likely to come has its place already: the buttons do not move under a finger.
  const awaited = confirmation === 'confirming' || (paid && !order)
  const atStore = order?.delivery.kind === 'pickup' ? order.delivery.store : null
  const hint = confirmation === 'closed' && order ? statusHint(order, t) : t(`result.hint_${confirmation}`)
  return (
    <View className="result">
      <View className={classNames('result__mark', paid && 'result__mark--paid')}>
        <Icon name={ICONS[confirmation]} size={32} />
      </View>
      <View ariaLive="polite" className="result__say">
        <Text className="result__title">{t(`result.${confirmation}`)}</Text>
        {paid && order && <Price exact size="display" fen={order.amounts.total} />}
        {awaited && <Skeleton width={140} height={36} />}
        <Text className="result__hint">{hint}</Text>
      </View>
      {awaited && (
        <View className="x-card result__next" ariaHidden>
          {[0, 1].map((row) => (
            <View key={row} className="result__row result__row--awaited">
              <Skeleton shape="circle" width={20} height={20} />
              <Skeleton width={row === 0 ? '56%' : '80%'} className="result__row-words" />
            </View>
          ))}
        </View>
      )}
      {paid && order && (
        <View className="x-card result__next">
          <View className="result__row">
            <Icon name="package" size={20} />
            <Text className="result__row-words">{t(atStore ? 'result.next_prepare' : 'result.next_pack')}</Text>
          </View>
          <View className="result__row">
            <Icon name="map-pin" size={20} />
            <Text className="result__row-words">
              {atStore
                ? t('result.next_store', { name: atStore.name, line: atStore.address })
                : t('result.next_to', { name: order.address.name, line: addressLine(order.address) })}
            </Text>
          </View>
          {order.fapiao && (
            <View className="result__row">
              <Icon name="receipt-text" size={20} />
              <Text className="result__row-words">{t('result.next_fapiao', { title: order.fapiao.title })}</Text>
            </View>
          )}
        </View>
      )}
      <View className="result__actions">
        {confirmation === 'unconfirmed' && (
          <Button block onClick={onAskAgain}>
            {t('result.iPaid')}
          </Button>
        )}
        <View className="result__action">
          <Button block kind={paid || confirmation === 'closed' ? 'solid' : 'outline'} onClick={onOrder}>
            {t('result.seeOrder')}
          </Button>
        </View>
        {paid && (
          <Button block kind="plain" onClick={onHome}>
            {t('result.goOn')}
          </Button>
        )}
      </View>
      {children && <View className="result__more">{children}</View>}
    </View>
  )
}
