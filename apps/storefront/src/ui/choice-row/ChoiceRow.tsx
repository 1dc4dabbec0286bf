import { Text, View } from '@tarojs/components'
import { Icon } from '../icon/Icon'
import './ChoiceRow.scss'

export interface ChoiceRowProps {
  name: string
  note?: string
  /** On the right, what it makes of the price: `-¥30`. */
  off?: string
  chosen: boolean
  onChoose: () => void
}

/** One of several that exclude each other; inside a `radiogroup`. A tap on the chosen one chooses it again. */
export function ChoiceRow({ name, note, off, chosen, onChoose }: ChoiceRowProps) {
  return (
    <View
      className="x-choice-row"
      hoverClass="x-pressed"
      ariaRole="radio"
      ariaChecked={chosen}
      ariaLabel={[name, off, note].filter(Boolean).join(' ')}
      onClick={onChoose}
    >
      <View className="x-choice-row__words">
        <Text className="x-choice-row__name">{name}</Text>
        {note && <Text className="x-choice-row__note">{note}</Text>}
      </View>
      {off && <Text className="x-choice-row__off">{off}</Text>}
      <View className="x-choice-row__mark">{chosen && <Icon name="check" size={20} />}</View>
    </View>
  )
}
