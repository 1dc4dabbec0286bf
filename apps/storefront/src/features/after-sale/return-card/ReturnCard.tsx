import { View } from '@tarojs/components'
import type { AfterSale, Waybill } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { FactRow } from '../../../ui'
import { CopyButton } from '../../orders/copy-button/CopyButton'
import { WaybillForm } from '../waybill-form/WaybillForm'
import { WaybillRow } from '../waybill-row/WaybillRow'
import './ReturnCard.scss'

export interface ReturnCardProps {
  afterSale: AfterSale
  sending: boolean
  /** @returns whether the shop has it */
  onSend: (waybill: Waybill) => Promise<boolean>
}

/** Where the goods go back to, and how they were sent; what was said can be corrected while the server allows it. */
export function ReturnCard({ afterSale, sending, onSend }: ReturnCardProps) {
  const { t } = useLocale()
  const { state, returnTo, waybill, replacement, actions } = afterSale
  const allowed = actions.includes('send_back')
  const [correcting, setCorrecting] = useState(false)
  const writes = allowed && (waybill === null || correcting)
  /** Once the goods are back it would only be in the way. */
  const onTheWay = state === 'awaiting_return' || state === 'returning'
  if (!onTheWay && !waybill && !replacement) return null
  return (
    <View className="x-card return-card">
      {replacement && <WaybillRow title={t('afterSale.replacement')} waybill={replacement} />}
      {returnTo && onTheWay && (
        <FactRow icon="map-pin" title={t('afterSale.returnTo')} lines={[returnTo.text]} selectable>
          <CopyButton text={returnTo.text} label={t('afterSale.copyReturnTo')} />
        </FactRow>
      )}
      {waybill && !writes && (
        <WaybillRow
          title={t('afterSale.waybill')}
          waybill={waybill}
          onCorrect={allowed ? () => setCorrecting(true) : undefined}
        />
      )}
      {writes && (
        <WaybillForm
          before={waybill}
          sending={sending}
          onSend={(written) => void onSend(written).then((done) => done && setCorrecting(false))}
          onCancel={waybill ? () => setCorrecting(false) : undefined}
        />
      )}
    </View>
  )
}
