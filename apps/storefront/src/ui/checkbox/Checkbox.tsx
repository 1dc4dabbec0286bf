import { Text, View } from '@tarojs/components'
import { classNames } from '../class-names'
import { CheckMark } from './CheckMark'
import './Checkbox.scss'

export interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Always read aloud; shown unless `bare`. */
  label: string
  /** Only the circle, where the row says the rest. */
  bare?: boolean
  disabled?: boolean
  className?: string
}

export function Checkbox({ checked, onChange, label, bare = false, disabled = false, className }: CheckboxProps) {
  return (
    <View
      className={classNames('x-checkbox', disabled && 'x-checkbox--disabled', className)}
      hoverClass={disabled ? 'none' : 'x-pressed'}
      ariaRole="checkbox"
      ariaChecked={checked}
      ariaLabel={label}
      ariaDisabled={disabled || undefined}
      onClick={() => !disabled && onChange(!checked)}
    >
      <CheckMark checked={checked} />
      {!bare && <Text className="x-checkbox__words">{label}</Text>}
    </View>
  )
}
