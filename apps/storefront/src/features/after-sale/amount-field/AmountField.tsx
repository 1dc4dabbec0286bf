import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type MessageKey, useLocale } from '../../../i18n'
import { priceText, TextField } from '../../../ui'
import { type AmountProblem, amountProblem, yuanTyped } from '../amount'
import './AmountField.scss'

export interface AmountFieldProps {
  /** Yuan as typed; null: all there is. */
  typed: string | null
  /** fen; `shipping` is the part of it that is delivery. */
  most: { amount: number; shipping: number }
  /** Said at once when the shopper tried to go on with it. */
  problem: AmountProblem | null
  onChange: (typed: string) => void
}

const WORDS = {
  missing: 'afterSale.amountMissing',
  wrong: 'afterSale.amountWrong',
  nothing: 'afterSale.amountNothing',
} as const satisfies Partial<Record<AmountProblem, MessageKey>>

/** How much is to come back, and how much it can be. Refused once the field is left, not while it is being filled. */
export function AmountField({ typed, most, problem, onChange }: AmountFieldProps) {
  const { t } = useLocale()
  const [left, setLeft] = useState(false)
  const wrong = problem ?? (left && typed !== null ? amountProblem(typed, most.amount) : null)
  const price = priceText(most.amount, true)
  const limit =
    most.shipping > 0
      ? t('afterSale.amountShipping', { price, shipping: priceText(most.shipping, true) })
      : t('afterSale.amountMost', { price })
  return (
    <View className="x-card amount-field">
      <TextField
        type="digit"
        maxLength={12}
        label={t('afterSale.amount')}
        value={typed ?? yuanTyped(most.amount)}
        error={wrong ? (wrong === 'too_much' ? t('afterSale.amountTooMuch', { price }) : t(WORDS[wrong])) : undefined}
        onChange={(value) => {
          setLeft(false)
          onChange(value)
        }}
        onDone={() => setLeft(true)}
      />
      <Text className="amount-field__most">{limit}</Text>
    </View>
  )
}
