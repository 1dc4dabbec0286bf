import { Text, View } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Icon, Picture } from '../../../ui'
import { open } from '../../../wechat'
import { distanceWords, openingWords } from '../../stores'
import './StoreCard.scss'

/** A store: what it is called, whether it is open, how far it is; the whole card leads to the stores. */
export function StoreCard({ store, label }: { store: Store; label: string }) {
  const { t } = useLocale()
  const { id, name, picture, openNow, distanceMeters } = store
  const state = openingWords(store, Date.now(), t)
  const distance = distanceMeters === null ? '' : ` · ${distanceWords(distanceMeters, t)}`
  return (
    <View
      className="store-card"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={[label, name, state + distance].join(' ')}
      onClick={() => void open('stores', { id })}
    >
      {picture ? (
        <Picture picture={picture} slot="thumb" shape="small" label="" className="store-card__picture" />
      ) : (
        <StoreMark />
      )}
      <View className="store-card__words">
        <Text className="store-card__label">{label}</Text>
        <Text className="store-card__title">{name}</Text>
        <Text className="store-card__line">
          <Text className={openNow ? 'store-card__open' : undefined}>{state}</Text>
          {distance}
        </Text>
      </View>
      <Icon name="chevron-right" className="store-card__arrow" />
    </View>
  )
}

/** In place of a photograph. */
export function StoreMark() {
  return (
    <View className="store-card__mark">
      <Icon name="store" size={24} />
    </View>
  )
}
