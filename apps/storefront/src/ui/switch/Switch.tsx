import { Text, View } from '@tarojs/components'
import { classNames } from '../class-names'
import './Switch.scss'

export interface SwitchProps {
  checked: boolean
  onChange: (checked: boolean) => void
  label: string
  className?: string
}

/** On or off, at once. The whole row takes the tap. */
export function Switch({ checked, onChange, label, className }: SwitchProps) {
  return (
    <View
      className={classNames('x-switch', className)}
      hoverClass="x-pressed"
      ariaRole="switch"
      ariaChecked={checked}
      ariaLabel={label}
      onClick={() => onChange(!checked)}
    >
      <Text className="x-switch__words">{label}</Text>
      <View className={classNames('x-switch__track', checked && 'x-switch__track--on')}>
        <View className="x-switch__knob" />
      </View>
    </View>
  )
}
