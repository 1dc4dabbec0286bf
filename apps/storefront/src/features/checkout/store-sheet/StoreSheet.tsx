import { Text, View } from '@tarojs/components'
import type { StoreWithStock } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, ChoiceRow, Sheet } from '../../../ui'
import { distanceWords, openingWords, usePosition } from '../../stores'
import type { PickupStores } from '../use-pickup'
import './StoreSheet.scss'

export interface StoreSheetProps {
  open: boolean
  desk: PickupStores
  onClose: () => void
}

/** The stores to choose from, nearest first, each with whether it is open and whether it has the goods. */
export function StoreSheet({ open, desk, onClose }: StoreSheetProps) {
  const { t } = useLocale()
  const { point, state, locate, allowInSettings } = usePosition()
  const noteOf = (store: StoreWithStock) =>
    [
      openingWords(store, Date.now(), t),
      store.distanceMeters === null ? store.city : distanceWords(store.distanceMeters, t),
      store.address,
    ].join(' · ')
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
        {(desk.stores ?? []).map((store) => (
          <ChoiceRow
            key={store.id}
            name={store.name}
            note={noteOf(store)}
            off={t(`pickup.has_${store.has}`)}
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
