import { View, Map as WechatMap } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import { useMemo } from 'react'
import { marksOf, pointsInSight, withHeadroom } from '../../features/stores/map-marks'
import { useLocale } from '../../i18n'
import type { GeoPoint } from '../../wechat'
import { pinsOf } from './map-pins'
import { useTheme } from './use-theme'

export interface StoreMapProps {
  stores: readonly Store[]
  /** The store whose card is shown. */
  chosen: string | undefined
  /** GCJ-02; null: not known, and then nobody is asked by the map either. */
  me: GeoPoint | null
  /** Something certain is looked for: that is to be seen, wherever the shopper is. */
  narrowed: boolean
  onChoose: (store: Store) => void
  /** Several stores share the pin that was tapped. */
  onOpen: (stores: readonly Store[]) => void
  /** Somebody wants to go there. */
  onGo: (store: Store) => void
  onFailed: () => void
}

/** Street level: what one store alone is shown at. */
const SCALE = 15

/** Where the stores are. A pin chooses its store, and the chosen store's callout leads there. */
export function StoreMap({ stores, chosen, me, narrowed, onChoose, onOpen, onGo, onFailed }: StoreMapProps) {
  const { t } = useLocale()
  const theme = useTheme()
  const marks = useMemo(() => marksOf(stores, chosen), [stores, chosen])
  const pins = useMemo(() => pinsOf(marks, chosen, theme, t), [marks, chosen, theme, t])
  const points = useMemo(() => pointsInSight(stores, narrowed ? null : me), [stores, me, narrowed])
  const middle = points[0]
  if (!middle) return null

  const tapped = (markerId: number | string, again: (store: Store) => void) => {
    const mark = marks[Number(markerId)]
    if (!mark) return
    if (mark.stores.length > 1) onOpen(mark.stores)
    else again(mark.stores[0]!)
  }
  return (
    <View className="store-map">
      <WechatMap
        className="store-map__map"
        ariaLabel={t('locator.map')}
        latitude={middle.latitude}
        longitude={middle.longitude}
        scale={SCALE}
        markers={pins}
        // One point alone would be brought as close as the map can come.
        includePoints={points.length > 1 ? withHeadroom(points) : []}
        showLocation={me !== null}
        enableRotate={false}
        onMarkerTap={({ detail }) => tapped(detail.markerId, onChoose)}
        onCalloutTap={({ detail }) =>
          tapped(detail.markerId, (store) => (store.id === chosen ? onGo : onChoose)(store))
        }
        onError={onFailed}
      />
    </View>
  )
}
