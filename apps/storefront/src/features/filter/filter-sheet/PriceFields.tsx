import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { formatFen, TextField } from '../../../ui'
import type { FilterAct } from '../filter'
import { type PriceProblem, problemOf, type TypedRange } from '../price-range'

export interface PriceFieldsProps {
  typed: TypedRange
  /** fen: the prices there are. */
  range: { lowest: number; highest: number }
  /** Said at once when the shopper tried to go on with it. */
  problem: PriceProblem | null
  act: (act: FilterAct) => void
}

const yuanOf = (fen: number) => {
  const { yuan, decimals } = formatFen(fen)
  return yuan + decimals
}

/** From and to, in yuan. A field is refused once it is left, not while it is being filled. */
export function PriceFields({ typed, range, problem, act }: PriceFieldsProps) {
  const { t } = useLocale()
  const [left, setLeft] = useState(false)
  const wrong = problem ?? (left ? problemOf(typed) : null)
  const change = (part: Partial<TypedRange>) => {
    setLeft(false)
    act({ type: 'price', typed: part })
  }
  const field = (end: keyof TypedRange) => (
    <TextField
      className="filter-sheet__field"
      type="digit"
      maxLength={12}
      label={t(end === 'from' ? 'filter.priceFrom' : 'filter.priceTo')}
      placeholder={yuanOf(end === 'from' ? range.lowest : range.highest)}
      value={typed[end]}
      error={
        wrong === end ? t('filter.priceWrong') : wrong === 'order' && end === 'to' ? t('filter.priceOrder') : undefined
      }
      onChange={(value) => change({ [end]: value })}
      onDone={() => setLeft(true)}
    />
  )
  return (
    <View className="filter-sheet__prices">
      {field('from')}
      <Text className="filter-sheet__dash" ariaHidden>
        –
      </Text>
      {field('to')}
    </View>
  )
}
