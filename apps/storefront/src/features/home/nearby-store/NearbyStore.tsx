import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon, Picture } from '../../../ui'
import { open } from '../../../wechat'
import { distanceWords, openingWords, useNearestStore } from '../../stores'
import './NearbyStore.scss'

/** The nearest store where the location is known already; otherwise an invitation. It asks for nothing by itself. */
export function NearbyStore() {
  const { t } = useLocale()
  const store = useNearestStore()
  const title = store ? store.name : t('home.nearbyAsk')
  const state = store && openingWords(store, Date.now(), t)
  const distance = store && store.distanceMeters !== null ? ` · ${distanceWords(store.distanceMeters, t)}` : ''
  return (
    <View
      className="nearby-store"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={[t('home.nearbyTitle'), title, state && state + distance].filter(Boolean).join(' ')}
      onClick={() => void open('stores')}
    >
      {store?.picture ? (
        <Picture picture={store.picture} slot="thumb" shape="small" label="" className="nearby-store__picture" />
      ) : (
        <View className="nearby-store__mark">
          <Icon name="store" size={24} />
        </View>
      )}
      <View className="nearby-store__words">
        {store && <Text className="nearby-store__label">{t('home.nearbyTitle')}</Text>}
        <Text className="nearby-store__title">{title}</Text>
        <Text className="nearby-store__line">
          {store ? (
            <Text className={store.openNow ? 'nearby-store__open' : undefined}>{state}</Text>
          ) : (
            t('home.nearbyHint')
          )}
          {distance}
        </Text>
      </View>
      <Icon name="chevron-right" className="nearby-store__arrow" />
    </View>
  )
}
