import { Text, View } from '@tarojs/components'
import type { Address } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import { addressLine } from '../../orders/address-lines'
import './AddressCard.scss'

export interface AddressCardProps {
  address: Address | null
  undeliverable?: boolean
  /** Makes the card a button that opens the address book. */
  onChoose?: () => void
  /** Offers to write one, where there is none yet. */
  onWrite?: () => void
}

/** Where it goes. */
export function AddressCard({ address, undeliverable = false, onChoose, onWrite }: AddressCardProps) {
  const { t } = useLocale()
  const line = address && addressLine(address)
  const spoken = address ? `${t('checkout.changeAddress')} ${address.name} ${line}` : t('checkout.addAddress')
  return (
    <View className="x-card address-card">
      <View
        className="address-card__main"
        hoverClass={onChoose ? 'x-pressed' : 'none'}
        ariaRole={onChoose && 'button'}
        ariaLabel={onChoose && spoken}
        onClick={onChoose}
      >
        <View className="address-card__pin">
          <Icon name="map-pin" size={20} />
        </View>
        <View className="address-card__words">
          <View className="address-card__who">
            <Text className="address-card__name">{address ? address.name : t('checkout.addAddress')}</Text>
            {address && <Text className="address-card__phone">{address.phone}</Text>}
          </View>
          <Text className="address-card__line">{line ?? t('checkout.addAddressHint')}</Text>
          {undeliverable && (
            <Text className="address-card__problem" ariaLive="polite">
              {t('checkout.undeliverable')}
            </Text>
          )}
        </View>
        {onChoose && <Icon className="address-card__arrow" name="chevron-right" size={16} />}
      </View>
      {onWrite && !address && (
        <Button kind="plain" size="small" block className="address-card__write" onClick={onWrite}>
          {t('address.fresh')}
        </Button>
      )}
    </View>
  )
}
