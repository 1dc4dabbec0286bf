import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon } from '../../../ui'
import { open } from '../../../wechat'
import { useMyStore, useNearestStore } from '../../stores'
import { StoreCard, StoreMark } from '../store-card/StoreCard'

/** The nearest store where the location is known already; otherwise an invitation. It asks for nothing by itself. */
export function NearbyStore() {
  const { t } = useLocale()
  const store = useNearestStore()
  const label = t('home.nearbyTitle')
  const mine = useMyStore(({ id }) => id)
  if (store) return <StoreCard store={store} label={store.id === mine ? t('stores.mine') : label} />
  const title = t('home.nearbyAsk')
  return (
    <View
      className="store-card"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={`${label} ${title}`}
      onClick={() => void open('stores', {})}
    >
      <StoreMark />
      <View className="store-card__words">
        <Text className="store-card__title">{title}</Text>
        <Text className="store-card__line">{t('home.nearbyHint')}</Text>
      </View>
      <Icon name="chevron-right" className="store-card__arrow" />
    </View>
  )
}
