import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { Icon } from '../icon/Icon'
import './Checkbox.scss'

/** The circle of a checkbox, ticked or not. What it stands in says so to a screen reader. */
export function CheckMark({ checked }: { checked: boolean }) {
  return (
    <View className={classNames('x-checkbox__box', checked && 'x-checkbox__box--checked')}>
      {checked && <Icon name="check" size={16} />}
    </View>
  )
}
