import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Store } from '@xiaopu/contract'
import { directionOf, distanceWords } from '../../features/stores'
import { useLocale } from '../../i18n'
import { Icon } from '../../ui'
import type { GeoPoint } from '../../wechat'

/** px at 375 from the shopper to the pin, whatever the distance: the ring it stands on carries the number. */
const RING = 46

/** Where the store lies, seen from the shopper: north on top, the distance as a ring. A sketch, since no map comes without a key. */
export function Sketch({ store, from }: { store: Store; from: GeoPoint }) {
  const { t } = useLocale()
  const { x, y } = directionOf(from, store.location)
  const place = {
    left: `calc(50% + ${Taro.pxTransform(x * RING)})`,
    top: `calc(50% + ${Taro.pxTransform(y * RING)})`,
  }
  return (
    <View className="sketch" ariaHidden>
      <View className="sketch__ring sketch__ring--outer" />
      <View className="sketch__ring" />
      <View className="sketch__way" style={{ transform: `rotate(${Math.atan2(y, x).toFixed(3)}rad)` }} />
      <View className="sketch__me" />
      <View className="sketch__pin" style={place}>
        <Icon name="map-pin" />
      </View>
      {store.distanceMeters !== null && (
        <Text className="sketch__distance">{distanceWords(store.distanceMeters, t)}</Text>
      )}
    </View>
  )
}
