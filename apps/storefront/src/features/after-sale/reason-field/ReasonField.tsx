import { Text, View } from '@tarojs/components'
import type { AfterSaleReason } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Cell, Sheet } from '../../../ui'
import { ChoiceRow } from '../../../ui/choice-row/ChoiceRow'
import './ReasonField.scss'

export interface ReasonFieldProps {
  reasons: readonly AfterSaleReason[]
  chosen: AfterSaleReason | null
  missing: boolean
  onChoose: (reason: AfterSaleReason) => void
}

/** Why, out of a list; a tap on one is enough. */
export function ReasonField({ reasons, chosen, missing, onChoose }: ReasonFieldProps) {
  const { t } = useLocale()
  const [open, setOpen] = useState(false)
  const words = chosen ? t(`afterSale.reason_${chosen}`) : t('afterSale.choose')
  const problem = missing ? t('afterSale.reasonMissing') : undefined
  return (
    <>
      <Cell
        title={t('afterSale.why')}
        value={words}
        label={[t('afterSale.why'), words, problem].filter(Boolean).join(' ')}
        onClick={() => setOpen(true)}
      />
      {problem && (
        <Text className="reason-field__problem" ariaLive="polite">
          {problem}
        </Text>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={t('afterSale.why')}>
        <View ariaRole="radiogroup" ariaLabel={t('afterSale.why')}>
          {reasons.map((reason) => (
            <ChoiceRow
              key={reason}
              name={t(`afterSale.reason_${reason}`)}
              chosen={reason === chosen}
              onChoose={() => {
                onChoose(reason)
                setOpen(false)
              }}
            />
          ))}
        </View>
      </Sheet>
    </>
  )
}
