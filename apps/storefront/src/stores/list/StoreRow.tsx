import { Text, View } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import { distanceWords, openingWords, useMyStore, useStoreActions } from '../../features/stores'
import { isPlaced } from '../../features/stores/map-marks'
import { useLocale } from '../../i18n'
import { IconButton } from '../../ui'

export function StoreRow({ store, onShow }: { store: Store; onShow: () => void }) {
  const { t } = useLocale()
  const { go, call } = useStoreActions()
  const mine = useMyStore(({ id }) => id) === store.id
  const { name, address, distanceMeters, openNow } = store
  return (
    <View className="store-row">
      <View
        className="store-row__words"
        hoverClass="x-pressed"
        ariaRole="button"
        ariaLabel={t('locator.show', { name })}
        onClick={onShow}
      >
        <Text className="store-row__name">
          {name}
          {mine && <Text className="store-row__mine"> · {t('stores.mine')}</Text>}
        </Text>
        <Text className="store-row__line">
          <Text className={openNow ? 'store-row__open' : undefined}>{openingWords(store, Date.now(), t)}</Text>
          {distanceMeters !== null && ` · ${distanceWords(distanceMeters, t)}`}
        </Text>
        <Text className="store-row__line">{address}</Text>
      </View>
      <IconButton icon="phone" size={20} label={t('stores.callStore', { name })} onClick={() => void call(store)} />
      {isPlaced(store) && (
        <IconButton icon="navigation" size={20} label={t('stores.goTo', { name })} onClick={() => void go(store)} />
      )}
    </View>
  )
}
