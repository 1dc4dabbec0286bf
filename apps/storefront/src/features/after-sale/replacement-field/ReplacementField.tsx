import { Text, View } from '@tarojs/components'
import type { AfterSaleOptions } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Cell, Sheet } from '../../../ui'
import { ChoiceRow } from '../../../ui/choice-row/ChoiceRow'
import './ReplacementField.scss'

type Line = AfterSaleOptions['lines'][number]
type Replacement = Line['replacements'][number]

export interface ReplacementFieldProps {
  line: Pick<Line, 'name' | 'replacements'>
  chosen: Replacement
  onChoose: (skuId: string) => void
}

/** What a line is to be exchanged for: the same again, or another of the product at the same price. */
export function ReplacementField({ line, chosen, onChoose }: ReplacementFieldProps) {
  const { t } = useLocale()
  const [open, setOpen] = useState(false)
  const wordsOf = ({ options }: Replacement) => options.join(' · ') || line.name
  return (
    <>
      {line.replacements.length > 1 && (
        <Cell
          title={t('afterSale.replaceBy')}
          value={wordsOf(chosen)}
          label={`${line.name} ${t('afterSale.replaceBy')} ${wordsOf(chosen)}`}
          onClick={() => setOpen(true)}
        />
      )}
      {!chosen.available && (
        <Text className="replacement-field__gone" ariaLive="polite">
          {t('afterSale.replacementGone', { name: [line.name, ...chosen.options].join(' ') })}
        </Text>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={t('afterSale.replaceBy')}>
        <View ariaRole="radiogroup" ariaLabel={t('afterSale.replaceBy')}>
          {line.replacements.map((one) => (
            <ChoiceRow
              key={one.skuId}
              name={wordsOf(one)}
              note={one.available ? undefined : t('afterSale.soldOut')}
              chosen={one.skuId === chosen.skuId}
              onChoose={() => {
                onChoose(one.skuId)
                setOpen(false)
              }}
            />
          ))}
        </View>
      </Sheet>
    </>
  )
}
