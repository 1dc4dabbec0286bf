import { Text, View } from '@tarojs/components'
import { Icon, Picture } from '../../../ui'
import type { BlockOf } from '../blocks'
import { openTarget } from '../open-target'
import './Editorial.scss'

/** A picture with a thought below it. */
export function Editorial({ block: { picture, title, text, target } }: { block: BlockOf<'editorial'> }) {
  return (
    <View
      className="editorial"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={`${title} ${text}`}
      onClick={() => openTarget(target)}
    >
      <Picture picture={picture} slot="full" ratio={16 / 10} label="" />
      <View className="editorial__foot">
        <View className="editorial__words">
          <Text className="editorial__title">{title}</Text>
          <Text className="editorial__text">{text}</Text>
        </View>
        <Icon name="chevron-right" className="editorial__arrow" />
      </View>
    </View>
  )
}
