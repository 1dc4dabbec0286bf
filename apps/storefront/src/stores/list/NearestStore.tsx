import { Text, View } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import { callMine, distanceWords, hoursWords, openingWords, useMyStore, useStoreActions } from '../../features/stores'
import { isPlaced } from '../../features/stores/map-marks'
import { useLocale } from '../../i18n'
import { Button, Icon, Picture, Tag } from '../../ui'
import type { GeoPoint } from '../../wechat'
import { Sketch } from './Sketch'

export interface NearestStoreProps {
  store: Store
  /** GCJ-02; null draws no sketch. */
  from: GeoPoint | null
  /** Why it stands out; null: somebody tapped it. */
  label: string | null
}

/** The store one would go to: what it looks like, where it lies, whether it is open, and the way there. */
export function NearestStore({ store, from, label }: NearestStoreProps) {
  const { t } = useLocale()
  const { go, call } = useStoreActions()
  const mine = useMyStore(({ id }) => id) === store.id
  const { name, address, picture, distanceMeters, openNow, services } = store
  return (
    <View className="nearest-store">
      <View className="nearest-store__top">
        {picture && <Picture picture={picture} slot="full" ratio={2} lazy={false} label="" />}
        {from && isPlaced(store) && (
          <View className={picture ? 'nearest-store__inset' : 'nearest-store__whole'}>
            <Sketch store={store} from={from} />
          </View>
        )}
      </View>
      <View className="nearest-store__words">
        {label && <Text className="nearest-store__label">{label}</Text>}
        <Text className="nearest-store__name">{name}</Text>
        <Text className="nearest-store__line">
          <Text className={openNow ? 'nearest-store__open' : undefined}>{openingWords(store, Date.now(), t)}</Text>
          {distanceMeters !== null && ` · ${distanceWords(distanceMeters, t)}`}
        </Text>
        <Text className="nearest-store__line">{address}</Text>
        {hoursWords(store.hours, t).map((line) => (
          <Text key={line} className="nearest-store__line">
            {line}
          </Text>
        ))}
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
          {isPlaced(store) && (
            <Button className="nearest-store__action" label={t('stores.goTo', { name })} onClick={() => void go(store)}>
              <Icon name="navigation" size={16} />
              <Text>{t('stores.go')}</Text>
            </Button>
          )}
        </View>
        <Button
          block
          kind="plain"
          className="nearest-store__mine"
          disabled={mine}
          label={`${t(mine ? 'locator.chosen' : 'locator.choose')} ${name}`}
          onClick={() => callMine(store)}
        >
          {t(mine ? 'locator.chosen' : 'locator.choose')}
        </Button>
      </View>
    </View>
  )
}
