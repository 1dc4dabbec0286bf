import { Text, View } from '@tarojs/components'
import { Icon } from '../../../ui'

export interface CouponChoiceProps {
  name: string
  note?: string
  /** `-¥30` */
  off?: string
  chosen: boolean
  onChoose: () => void
}

/** One of the choices; a tap on the chosen one chooses it again, and closes the sheet. */
export function CouponChoice({ name, note, off, chosen, onChoose }: CouponChoiceProps) {
  return (
    <View
      className="coupon-choices__row"
      hoverClass="x-pressed"
      ariaRole="radio"
      ariaChecked={chosen}
      ariaLabel={[name, off, note].filter(Boolean).join(' ')}
      onClick={onChoose}
    >
      <View className="coupon-choices__words">
        <Text className="coupon-choices__name">{name}</Text>
        {note && <Text className="coupon-choices__note">{note}</Text>}
      </View>
      {off && <Text className="coupon-choices__off">{off}</Text>}
      <View className="coupon-choices__mark">{chosen && <Icon name="check" size={20} />}</View>
    </View>
  )
}
