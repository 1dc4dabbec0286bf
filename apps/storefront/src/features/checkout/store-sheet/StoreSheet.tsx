import { Text, View } from '@tarojs/components'
import type { QuoteLine, StoreWithStock } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, ChoiceRow, Sheet } from '../../../ui'
import { distanceWords, openingWords, usePosition } from '../../stores'
import { fullestFirst, missingWords, stockWords } from '../store-words'
import type { PickupStores } from '../use-pickup'
import './StoreSheet.scss'

export interface StoreSheetProps {
  open: boolean
  desk: PickupStores
  /** What is to be picked up. */
  goods: readonly QuoteLine[]
  onClose: () => void
}

/** The stores to choose from: those that have it all, nearest first; then the others, each with what it lacks. */
export function StoreSheet({ open, desk, goods, onClose }: StoreSheetProps) {
  const { t } = useLocale()
  const { point, state, locate, allowInSettings } = usePosition()
  const noteOf = (store: StoreWithStock) =>
    [
      missingWords(store, goods, t),
      openingWords(store, Date.now(), t),
      store.distanceMeters === null ? store.city : distanceWords(store.distanceMeters, t),
      store.address,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Sheet open={open} onClose={onClose} title={t('pickup.stores')}>
      {point === null && (
        <View className="store-sheet__where">
          <Text className="store-sheet__words">
            {t(state === 'denied' ? 'stores.deniedTitle' : 'stores.locateTitle')}
          </Text>
          <Button
            size="small"
            kind="plain"
            loading={state === 'locating'}
            onClick={() => void (state === 'denied' ? allowInSettings() : locate())}
          >
            {t(state === 'denied' ? 'common.openSettings' : 'stores.locate')}
          </Button>
        </View>
      )}
      <View ariaRole="radiogroup" ariaLabel={t('pickup.stores')}>
        {fullestFirst(desk.stores ?? []).map((store) => (
          <ChoiceRow
            key={store.id}
            name={store.name}
            note={noteOf(store)}
            off={stockWords(store, t)}
            chosen={store.id === desk.store?.id}
            onChoose={() => {
              desk.choose(store)
              onClose()
            }}
          />
        ))}
      </View>
    </Sheet>
  )
}
