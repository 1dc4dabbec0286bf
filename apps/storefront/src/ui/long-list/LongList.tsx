import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { ListPart } from './ListPart'
import { partsOf } from './parts'
import './LongList.scss'

export interface LongListProps<Item> {
  items: readonly Item[]
  /** Draws some items that follow each other; only those near the screen are asked for. */
  children: (part: readonly Item[]) => ReactNode
  /** Items in one part: about three screens. */
  size?: number
  /** How many rows there are, where an item is more than one. */
  rows?: number
  className?: string
}

/** From so many items on it is long. Shorter ones are drawn whole, and nobody measures them. */
const LONG = 60

/**
 * A list that may have five hundred items. It is drawn in parts, and a part far from the screen is an empty place of the same
 * height: what a phone has in its view, and what React goes through, stays the same however far one scrolls.
 */
export function LongList<Item>({ items, children, size = 20, rows = items.length, className }: LongListProps<Item>) {
  const long = rows > LONG
  return (
    <View className={classNames('x-long-list', className)}>
      {partsOf(items, size).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are places; what moves between them has keys of its own
        <ListPart key={place} watched={long}>
          {() => children(part)}
        </ListPart>
      ))}
    </View>
  )
}
