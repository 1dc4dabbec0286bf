import { Text, View } from '@tarojs/components'
import type { ParcelTrace } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { FactRow } from '../../../ui'
import { CopyButton } from '../copy-button/CopyButton'
import { shopTime } from '../date-words'
import './ParcelTimeline.scss'

/** Who carries it, under which number, and how far it is: the newest first. What nobody can say is said too, with where to ask. */
export function ParcelTimeline({ parcel }: { parcel: ParcelTrace }) {
  const { t } = useLocale()
  const { carrier, trackingNumber, traced, events } = parcel
  return (
    <View className="x-card parcel-timeline">
      <FactRow icon="truck" title={carrier} lines={[trackingNumber ?? t('order.noTracking')]}>
        {trackingNumber && <CopyButton text={trackingNumber} label={`${t('order.copyTracking')} ${trackingNumber}`} />}
      </FactRow>
      {traced === 'not_yet' && <Text className="parcel-timeline__note">{t('care.notYet')}</Text>}
      {traced === 'no' && (
        <Text className="parcel-timeline__note">
          {trackingNumber
            ? `${t('care.untraced')}。${t('care.untracedHint', { carrier })}`
            : t('care.untracedNoNumber')}
        </Text>
      )}
      {events.length > 0 && (
        <View className="parcel-timeline__events">
          {events.map(({ status, at }, place) => (
            <View key={`${status} ${at}`} className="parcel-timeline__event">
              <View
                className={place === 0 ? 'parcel-timeline__dot parcel-timeline__dot--newest' : 'parcel-timeline__dot'}
              />
              <Text
                className={
                  place === 0 ? 'parcel-timeline__what parcel-timeline__what--newest' : 'parcel-timeline__what'
                }
              >
                {t(`care.parcel_${status}`)}
              </Text>
              <Text className="parcel-timeline__when">{shopTime(at)}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
