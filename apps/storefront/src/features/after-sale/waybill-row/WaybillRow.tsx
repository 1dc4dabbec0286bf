import { Text, View } from '@tarojs/components'
import type { Waybill } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon } from '../../../ui'
import { copy } from '../../../wechat'
import './WaybillRow.scss'

export interface WaybillRowProps {
  title: string
  waybill: Waybill
  /** Where it can still be corrected. */
  onCorrect?: () => void
}

/** What travels by whom under which number; the number can be copied. */
export function WaybillRow({ title, waybill: { carrier, trackingNumber }, onCorrect }: WaybillRowProps) {
  const { t } = useLocale()
  return (
    <View className="waybill-row">
      <Icon name="truck" />
      <View className="waybill-row__words">
        <Text className="waybill-row__title">{`${title} · ${carrier}`}</Text>
        <Text className="waybill-row__number">{trackingNumber}</Text>
      </View>
      {onCorrect && (
        <Button kind="plain" size="small" onClick={onCorrect}>
          {t('afterSale.correct')}
        </Button>
      )}
      <Button
        kind="outline"
        size="small"
        label={t('afterSale.copyNumber', { number: trackingNumber })}
        onClick={() => void copy(trackingNumber)}
      >
        {t('afterSale.copy')}
      </Button>
    </View>
  )
}
