import { Text, View } from '@tarojs/components'
import type { Order } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import { hoursWords, useStoreActions } from '../../stores'
import { qrPicture } from '../../wallet/till-qr/qr-picture'
import { CopyButton } from '../copy-button/CopyButton'
import { shopTime } from '../date-words'
import './OrderPickup.scss'
import { useBrightScreen } from './use-bright-screen'

export interface OrderPickupProps {
  delivery: Extract<Order['delivery'], { kind: 'pickup' }>
  /** Nobody has paid yet: there is no code. */
  unpaid: boolean
}

/** The code for the till, and the store it is for. */
export function OrderPickup({ delivery, unpaid }: OrderPickupProps) {
  const { t } = useLocale()
  const { go, call } = useStoreActions()
  const { store, name, phone, code, collectedAt } = delivery
  useBrightScreen(Boolean(code))
  return (
    <View className="x-card order-pickup">
      {code && (
        <View className="order-pickup__code">
          {/* A screen reader has the digits. */}
          <View className="order-pickup__qr" ariaHidden style={{ backgroundImage: qrPicture(code) }} />
          <Text className="order-pickup__digits" ariaLabel={`${t('pickup.code')} ${code.split('').join(' ')}`}>
            {(code.match(/\d{1,4}/g) ?? []).join(' ')}
          </Text>
          <Text className="order-pickup__hint">{t('pickup.codeHint')}</Text>
          <CopyButton text={code} label={t('pickup.copyCode')} />
        </View>
      )}
      <Text className="order-pickup__label">{t('pickup.orderStore')}</Text>
      <Text className="order-pickup__name">{store.name}</Text>
      <Text className="order-pickup__line">{store.address}</Text>
      {hoursWords(store.hours, t).map((line) => (
        <Text key={line} className="order-pickup__line">
          {line}
        </Text>
      ))}
      <Text className="order-pickup__line">{t('pickup.who', { name, phone })}</Text>
      {unpaid && <Text className="order-pickup__line">{t('pickup.codeLater')}</Text>}
      {collectedAt && (
        <Text className="order-pickup__line">{t('pickup.collectedAt', { time: shopTime(collectedAt) })}</Text>
      )}
      <View className="order-pickup__actions">
        <Button
          kind="outline"
          className="order-pickup__action"
          label={t('stores.callStore', { name: store.name })}
          onClick={() => void call(store)}
        >
          <Icon name="phone" size={16} />
          <Text>{t('stores.call')}</Text>
        </Button>
        <Button
          kind="outline"
          className="order-pickup__action"
          label={t('stores.goTo', { name: store.name })}
          onClick={() => void go(store)}
        >
          <Icon name="navigation" size={16} />
          <Text>{t('stores.go')}</Text>
        </Button>
      </View>
    </View>
  )
}
