import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useLocale } from '../../i18n'
import { IconButton } from '../button/IconButton'
import { parseQuantity } from './parse-quantity'
import './Stepper.scss'

export interface StepperProps {
  value: number
  onChange: (quantity: number) => void
  min?: number
  /** Usually the stock, or the limit per order. */
  max?: number
  disabled?: boolean
  /** Told when someone asks for less than `min` or more than `max`; the value is then already the nearest allowed. */
  onLimit?: (limit: 'min' | 'max') => void
  /** What is being counted, for a screen reader. */
  label?: string
}

/** A quiet quantity: minus, a number one can type, plus. Typing counts when the field is left. */
export function Stepper({ value, onChange, min = 1, max = 999, disabled = false, onLimit, label }: StepperProps) {
  const { t } = useLocale()
  const [draft, setDraft] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new quantity from outside ends the typing
  useEffect(() => setDraft(null), [value])

  const change = (quantity: number) => {
    if (quantity < min) onLimit?.('min')
    else if (quantity > max) onLimit?.('max')
    else if (quantity !== value) onChange(quantity)
  }
  const settle = () => {
    if (draft === null) return
    const quantity = parseQuantity(draft, { min, max })
    setDraft(null)
    if (quantity === null) return
    if (Number(draft) > max) onLimit?.('max')
    else if (Number(draft) < min) onLimit?.('min')
    if (quantity !== value) onChange(quantity)
  }

  return (
    <View className="x-stepper">
      <IconButton
        icon="minus"
        size={16}
        label={t('ui.less')}
        disabled={disabled || (value <= min && !onLimit)}
        onClick={() => change(value - 1)}
      />
      <Input
        className="x-stepper__input"
        type="number"
        maxlength={4}
        value={draft ?? String(value)}
        disabled={disabled || undefined}
        ariaLabel={label ? t('ui.quantityOf', { name: label }) : t('ui.quantity')}
        onInput={(event) => setDraft(event.detail.value)}
        onBlur={settle}
        onConfirm={settle}
      />
      <IconButton
        icon="plus"
        size={16}
        label={t('ui.more')}
        disabled={disabled || (value >= max && !onLimit)}
        onClick={() => change(value + 1)}
      />
    </View>
  )
}
