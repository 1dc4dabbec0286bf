import { View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Chip } from '../../../ui'
import './DeliverySwitch.scss'

/** As a parcel, or picked up in a store. */
export function DeliverySwitch({ pickup, onChange }: { pickup: boolean; onChange: (pickup: boolean) => void }) {
  const { t } = useLocale()
  return (
    <View className="delivery-switch" ariaLabel={t('pickup.way')}>
      <View className="delivery-switch__way">
        <Chip chosen={!pickup} onClick={() => onChange(false)}>
          {t('pickup.parcel')}
        </Chip>
      </View>
      <View className="delivery-switch__way">
        <Chip chosen={pickup} onClick={() => onChange(true)}>
          {t('pickup.pickup')}
        </Chip>
      </View>
    </View>
  )
}
