import { Text, View } from '@tarojs/components'
import type { QuoteLine } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Icon, LoadState, TextField } from '../../../ui'
import { distanceWords, openingWords } from '../../stores'
import { AddressSkeleton } from '../address-card/AddressSkeleton'
import { missingWords } from '../store-words'
import type { Pickup, PickupStores } from '../use-pickup'
import '../address-card/AddressCard.scss'
import './PickupCard.scss'

export interface PickupCardProps {
  pickup: Pickup
  desk: PickupStores
  /** What is to be picked up. */
  goods: readonly QuoteLine[]
  onChoose: () => void
}

/** Where it is picked up, and by whom. */
export function PickupCard({ pickup, desk, goods, onChoose }: PickupCardProps) {
  const { t } = useLocale()
  const { stores, store, error, retry } = desk
  if (stores?.length === 0)
    return (
      <View className="x-card pickup-card__none" ariaLive="polite">
        <Text>{t('pickup.none')}</Text>
        <Text className="address-card__line">{t('pickup.noneHint')}</Text>
      </View>
    )
  if (!store) return <LoadState error={error} onRetry={retry} skeleton={<AddressSkeleton />} />
  const distance = store.distanceMeters === null ? '' : ` · ${distanceWords(store.distanceMeters, t)}`
  const opening = openingWords(store, Date.now(), t) + distance
  const { person, wrong, write } = pickup
  return (
    <View className="x-card address-card">
      <View
        className="address-card__main"
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={`${t('pickup.change')} ${store.name} ${opening}`}
        onClick={onChoose}
      >
        <View className="address-card__pin">
          <Icon name="store" size={20} />
        </View>
        <View className="address-card__words">
          <Text className="address-card__name">{store.name}</Text>
          <Text className="address-card__line">{opening}</Text>
          <Text className="address-card__line">{store.address}</Text>
          {store.has !== 'all' && (
            <Text className="address-card__problem" ariaLive="polite">
              {missingWords(store, goods, t) || t('pickup.short')}
            </Text>
          )}
        </View>
        <Icon className="address-card__arrow" name="chevron-right" size={16} />
      </View>
      <View className="pickup-card__person">
        <TextField
          label={t('pickup.person')}
          value={person.name}
          placeholder={t('pickup.personHint')}
          maxLength={50}
          error={wrong.name ? t('pickup.personMissing') : undefined}
          onChange={(name) => write({ name })}
        />
        <TextField
          label={t('pickup.phone')}
          type="number"
          value={person.phone}
          placeholder={t('pickup.phoneHint')}
          maxLength={20}
          error={wrong.phone ? t('pickup.phoneWrong') : undefined}
          onChange={(phone) => write({ phone })}
        />
      </View>
    </View>
  )
}
