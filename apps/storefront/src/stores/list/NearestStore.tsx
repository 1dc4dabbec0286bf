import { Text, View } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import { distanceWords, openingWords, useStoreActions } from '../../features/stores'
import { useLocale } from '../../i18n'
import { Button, Icon, Picture, Tag } from '../../ui'
import type { GeoPoint } from '../../wechat'
import { Sketch } from './Sketch'

export interface NearestStoreProps {
  store: Store
  /** GCJ-02; null draws no sketch. */
  from: GeoPoint | null
  /** Of all the stores, not only of a city. */
  first: boolean
}

/** The store one would go to: what it looks like, where it lies, whether it is open, and the way there. */
export function NearestStore({ store, from, first }: NearestStoreProps) {
  const { t } = useLocale()
  const { go, call } = useStoreActions()
  const { name, address, picture, distanceMeters, openNow, services } = store
  return (
    <View className="nearest-store">
      <View className="nearest-store__top">
        {picture && <Picture picture={picture} slot="full" ratio={2} lazy={false} label="" />}
        {from && (
          <View className={picture ? 'nearest-store__inset' : 'nearest-store__whole'}>
            <Sketch store={store} from={from} />
          </View>
        )}
      </View>
      <View className="nearest-store__words">
        {first && <Text className="nearest-store__label">{t('stores.nearest')}</Text>}
        <Text className="nearest-store__name">{name}</Text>
        <Text className="nearest-store__line">
          <Text className={openNow ? 'nearest-store__open' : undefined}>{openingWords(store, Date.now(), t)}</Text>
          {distanceMeters !== null && ` · ${distanceWords(distanceMeters, t)}`}
        </Text>
        <Text className="nearest-store__line">{address}</Text>
        {services.length > 0 && (
          <View className="nearest-store__services">
            {services.map((service) => (
              <Tag key={service} className="nearest-store__service">
                {t(`stores.${service}`)}
              </Tag>
            ))}
          </View>
        )}
        <View className="nearest-store__actions">
          <Button
            kind="outline"
            className="nearest-store__action"
            label={t('stores.callStore', { name })}
            onClick={() => void call(store)}
          >
            <Icon name="phone" size={16} />
            <Text>{t('stores.call')}</Text>
          </Button>
          <Button className="nearest-store__action" label={t('stores.goTo', { name })} onClick={() => void go(store)}>
            <Icon name="navigation" size={16} />
            <Text>{t('stores.go')}</Text>
          </Button>
        </View>
      </View>
    </View>
  )
}
