import { Text, View } from '@tarojs/components'
import type { SavedAddress } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon, Tag } from '../../../ui'
import { addressLine } from '../../orders/address-lines'
import './AddressItem.scss'

export interface AddressItemProps {
  address: SavedAddress
  /** Where the purchase goes now: only where one is chosen. */
  chosen?: boolean
  /** The card itself: chooses it, or opens it to be changed. */
  onTap: () => void
  onEdit: () => void
  onRemove: () => void
  onDefault: () => void
  busy: boolean
}

/** One of the book, and what can be done with it. */
export function AddressItem({ address, chosen, onTap, onEdit, onRemove, onDefault, busy }: AddressItemProps) {
  const { t } = useLocale()
  const { name, phone, isDefault } = address
  const line = addressLine(address)
  const marks = [isDefault && t('address.isDefault'), chosen && t('settings.chosen')].filter(Boolean)
  return (
    <View className="x-card address-item">
      <View
        className="address-item__main"
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={[name, phone, line, ...marks].join(' ')}
        onClick={onTap}
      >
        <View className="address-item__words">
          <View className="address-item__who">
            <Text className="address-item__name">{name}</Text>
            <Text className="address-item__phone">{phone}</Text>
            {isDefault && <Tag tone="accent">{t('address.isDefault')}</Tag>}
          </View>
          <Text className="address-item__line">{line}</Text>
        </View>
        {chosen && <Icon className="address-item__check" name="check" size={20} />}
      </View>
      <View className="address-item__acts">
        <View className="address-item__first">
          {!isDefault && (
            <Button
              kind="plain"
              size="small"
              className="address-item__act"
              label={`${t('address.makeDefault')} ${name}`}
              disabled={busy}
              onClick={onDefault}
            >
              {t('address.makeDefault')}
            </Button>
          )}
        </View>
        <Button
          kind="plain"
          size="small"
          className="address-item__act"
          label={`${t('address.edit')} ${name}`}
          onClick={onEdit}
        >
          {t('address.edit')}
        </Button>
        <Button
          kind="plain"
          size="small"
          className="address-item__act"
          label={`${t('address.remove')} ${name}`}
          disabled={busy}
          onClick={onRemove}
        >
          {t('address.remove')}
        </Button>
      </View>
    </View>
  )
}
