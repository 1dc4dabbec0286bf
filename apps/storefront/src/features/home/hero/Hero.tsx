import { Text, View } from '@tarojs/components'
import { Picture } from '../../../ui'
import type { BlockOf } from '../blocks'
import { openTarget } from '../open-target'
import './Hero.scss'

/** One picture over the whole width, its words at the foot of it. */
export function Hero({ block: { picture, title, subtitle, target } }: { block: Omit<BlockOf<'hero'>, 'type'> }) {
  return (
    <View
      className="hero"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={`${title} ${subtitle}`.trim()}
      onClick={() => openTarget(target)}
    >
      <Picture picture={picture} slot="full" ratio={4 / 3} lazy={false} label="" />
      <View className="hero__words">
        <Text className="hero__title">{title}</Text>
        {subtitle && <Text className="hero__subtitle">{subtitle}</Text>}
      </View>
    </View>
  )
}
