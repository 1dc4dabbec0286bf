import { Text, View } from '@tarojs/components'
import { CheckMark } from '../checkbox/CheckMark'
import { Icon } from '../icon/Icon'
import { Tag } from '../tag/Tag'
import './ChoiceRow.scss'

export interface ChoiceRowProps {
  name: string
  /** A word beside the name. */
  tag?: string
  note?: string
  /** On the right, what it makes of the price: `-¥30`. */
  off?: string
  chosen: boolean
  /** Several can be chosen: a tap on a chosen one takes it out, which is up to `onChoose`. */
  many?: boolean
  onChoose: () => void
}

/**
 * One of several that exclude each other, inside a `radiogroup`: a tap on the chosen one chooses it again. Or, with `many`, one to
 * tick, inside a `group`.
 */
export function ChoiceRow({ name, tag, note, off, chosen, many = false, onChoose }: ChoiceRowProps) {
  return (
    <View
      className="x-choice-row"
      hoverClass="x-pressed"
      ariaRole={many ? 'checkbox' : 'radio'}
      ariaChecked={chosen}
      ariaLabel={[name, off, tag, note].filter(Boolean).join(' ')}
      onClick={onChoose}
    >
      <View className="x-choice-row__words">
        <View className="x-choice-row__head">
          <Text className="x-choice-row__name">{name}</Text>
          {tag && (
            <Tag className="x-choice-row__tag" tone="accent">
              {tag}
            </Tag>
          )}
        </View>
        {note && <Text className="x-choice-row__note">{note}</Text>}
      </View>
      {off && <Text className="x-choice-row__off">{off}</Text>}
      <View className="x-choice-row__mark">
        {many ? <CheckMark checked={chosen} /> : chosen && <Icon name="check" size={20} />}
      </View>
    </View>
  )
}
