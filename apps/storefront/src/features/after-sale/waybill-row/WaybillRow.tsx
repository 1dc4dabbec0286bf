import type { Waybill } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, FactRow } from '../../../ui'
import { CopyButton } from '../../orders/copy-button/CopyButton'

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
    <FactRow icon="truck" title={`${title} · ${carrier}`} lines={[trackingNumber]}>
      {onCorrect && (
        <Button kind="plain" size="small" onClick={onCorrect}>
          {t('afterSale.correct')}
        </Button>
      )}
      <CopyButton text={trackingNumber} label={t('afterSale.copyNumber', { number: trackingNumber })} />
    </FactRow>
  )
}
