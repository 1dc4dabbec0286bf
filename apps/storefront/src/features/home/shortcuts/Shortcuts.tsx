import { ScrollView, Text, View } from '@tarojs/components'
import { Picture } from '../../../ui'
import type { BlockOf } from '../blocks'
import { openTarget } from '../open-target'
import './Shortcuts.scss'

/** The ways into the shop: a round photograph and a word each. */
export function Shortcuts({ block: { items } }: { block: BlockOf<'shortcuts'> }) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="shortcuts">
      <View className="shortcuts__row">
        {items.map(({ label, picture, target }) => (
          <View
            key={label}
            className="shortcuts__item"
            hoverClass="x-pressed"
            ariaRole="button"
            ariaLabel={label}
            onClick={() => openTarget(target)}
          >
            {picture ? (
              <Picture picture={picture} slot="thumb" shape="round" label="" className="shortcuts__picture" />
            ) : (
              <View className="shortcuts__picture shortcuts__picture--none" ariaHidden>
                <Text>{label.slice(0, 1)}</Text>
              </View>
            )}
            <Text className="shortcuts__label">{label}</Text>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
