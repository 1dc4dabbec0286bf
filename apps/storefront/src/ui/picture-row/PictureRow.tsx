import { View } from '@tarojs/components'
import { Picture, type PictureSource } from '../picture/Picture'
import './PictureRow.scss'

export interface PictureRowProps {
  pictures: readonly PictureSource[]
  /** How many stand side by side. */
  columns: 3 | 4
  /** What each shows, to a screen reader; empty where the row around them says it. @param at from 0 */
  label: (at: number) => string
  onOpen?: (at: number) => void
}

/** Small squares, in rows. */
export function PictureRow({ pictures, columns, label, onOpen }: PictureRowProps) {
  return (
    <View className="x-picture-row">
      {pictures.map((picture, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture keeps its place
        <View key={at} className={`x-picture-row__place x-picture-row__place--${columns}`}>
          <Picture
            picture={picture}
            slot="thumb"
            shape="small"
            label={label(at)}
            onClick={onOpen && (() => onOpen(at))}
          />
        </View>
      ))}
    </View>
  )
}
