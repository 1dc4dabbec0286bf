import { View } from '@tarojs/components'
import { Picture } from '../../../ui'
import type { BlockOf } from '../blocks'
import { openTarget } from '../open-target'
import './Hotspot.scss'

const percent = (perMille: number) => `${perMille / 10}%`

/** A picture with places that lead somewhere. What each is, is said aloud: it is only seen. */
export function Hotspot({ block: { picture, areas } }: { block: BlockOf<'hotspot'> }) {
  return (
    <View className="hotspot">
      <Picture picture={picture} slot="full" ratio={picture.width / picture.height} />
      {areas.map(({ x, y, width, height, label, target }) => (
        <View
          key={`${x}-${y}-${label}`}
          className="hotspot__area"
          style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
          hoverClass="hotspot__area--pressed"
          ariaRole="button"
          ariaLabel={label}
          onClick={() => openTarget(target)}
        />
      ))}
    </View>
  )
}
