import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { watchNearness } from '../../wechat/nearness'

export interface ListPartProps {
  /** Off, it is always drawn. */
  watched: boolean
  children: () => ReactNode
}

let parts = 0

/** A part of a list: drawn while it is near the screen, otherwise a place as high as it was. */
export function ListPart({ watched, children }: ListPartProps) {
  const [id] = useState(() => `x-part-${++parts}`)
  /** px of this screen; null while it is near. */
  const [height, setHeight] = useState<number | null>(null)
  useEffect(
    () => (watched ? watchNearness(id, (near, tall) => setHeight(near ? null : tall)) : undefined),
    [id, watched],
  )
  const away = watched && height !== null
  return (
    <View id={id} className="x-list-part" style={away ? { height: `${height}px` } : undefined}>
      {!away && children()}
    </View>
  )
}
