import { View } from '@tarojs/components'
import type { Waybill } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Button, Icon, TextField } from '../../../ui'
import { useLeaveGuard } from '../../../wechat'
import { useWaybillForm } from '../use-waybill-form'
import './WaybillForm.scss'

export interface WaybillFormProps {
  /** What was said before and is corrected. */
  before: Waybill | null
  sending: boolean
  onSend: (waybill: Waybill) => void
  /** Only where there is something to go back to. */
  onCancel?: () => void
}

/** By whom it was sent back and under which number, typed or read off the label. */
export function WaybillForm({ before, sending, onSend, onCancel }: WaybillFormProps) {
  const { t } = useLocale()
  const form = useWaybillForm(before)
  const { typed, problems } = form
  useLeaveGuard(form.unsent && !sending ? t('afterSale.waybillLeave') : null)
  return (
    <View className="waybill-form">
      <View className="waybill-form__number">
        <TextField
          className="waybill-form__field"
          label={t('afterSale.trackingNumber')}
          value={typed.trackingNumber}
          placeholder={t('afterSale.trackingHint')}
          maxLength={60}
          error={problems.trackingNumber ? t(`afterSale.${problems.trackingNumber}`) : undefined}
          onChange={form.setNumber}
        />
        <Button kind="outline" size="small" onClick={() => void form.scanNumber()}>
          <Icon name="scan-line" size={16} />
          {t('afterSale.scan')}
        </Button>
      </View>
      <TextField
        label={t('afterSale.carrier')}
        value={typed.carrier}
        placeholder={t('afterSale.carrierHint')}
        maxLength={40}
        error={problems.carrier ? t(`afterSale.${problems.carrier}`) : undefined}
        onChange={form.setCarrier}
      />
      <View className="waybill-form__buttons">
        {onCancel && (
          <Button kind="plain" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        <View className="waybill-form__send">
          <Button
            block
            loading={sending}
            onClick={() => {
              const waybill = form.check()
              if (waybill) onSend(waybill)
            }}
          >
            {t('afterSale.sendBack')}
          </Button>
        </View>
      </View>
    </View>
  )
}
