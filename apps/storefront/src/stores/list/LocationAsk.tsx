import { Text, View } from '@tarojs/components'
import type { usePosition } from '../../features/stores'
import { useLocale } from '../../i18n'
import { Button, Icon } from '../../ui'

/** Why the location would help, with the tap that asks for it; after a refusal the way to the settings. The list works without. */
export function LocationAsk({ position }: { position: ReturnType<typeof usePosition> }) {
  const { t } = useLocale()
  const { state, locate, allowInSettings } = position
  const words = {
    denied: { title: t('stores.deniedTitle'), action: t('common.openSettings') },
    failed: { title: t('stores.locateFailed'), action: t('stores.retryLocate') },
    other: { title: t('stores.locateTitle'), action: t('stores.locate') },
  }[state === 'denied' || state === 'failed' ? state : 'other']
  return (
    <View className="x-card location-ask" ariaLive="polite">
      <Icon name="map-pin" className="location-ask__icon" />
      <Text className="location-ask__title">{words.title}</Text>
      <Button
        size="small"
        kind="outline"
        loading={state === 'locating'}
        onClick={() => void (state === 'denied' ? allowInSettings() : locate())}
      >
        {words.action}
      </Button>
    </View>
  )
}
