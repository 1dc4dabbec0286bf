import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, Icon } from '../../../ui'
import { type AddressForm, regionLine } from '../address-form'
import './RegionField.scss'
import { RegionSheet } from './RegionSheet'

export interface RegionFieldProps {
  form: AddressForm
  error?: string
  open: boolean
  onOpen: (open: boolean) => void
  onChange: (changed: Partial<AddressForm>) => void
}

/** A field that is chosen, not typed. */
export function RegionField({ form, error, open, onOpen, onChange }: RegionFieldProps) {
  const { t } = useLocale()
  const line = regionLine(form)
  const said = line || t('address.regionNext')
  return (
    <View className="region-field">
      <Text className="region-field__label">{t('address.region')}</Text>
      <View
        className={classNames('region-field__value', error && 'region-field__value--wrong')}
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={[t('address.region'), said, error].filter(Boolean).join(' ')}
        onClick={() => onOpen(true)}
      >
        <Text className={classNames('region-field__words', !line && 'region-field__words--none')}>{said}</Text>
        <Icon className="region-field__arrow" name="chevron-right" size={16} />
      </View>
      {error && (
        <Text className="region-field__error" ariaLive="polite">
          {error}
        </Text>
      )}
      <RegionSheet
        open={open}
        form={form}
        onClose={() => onOpen(false)}
        onDone={(place) => {
          onChange(place)
          onOpen(false)
        }}
      />
    </View>
  )
}
