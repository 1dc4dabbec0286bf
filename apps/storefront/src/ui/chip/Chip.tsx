import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon/Icon'
import { Picture, type PictureSource } from '../picture/Picture'
import './Chip.scss'

export interface ChipProps {
  children: string
  chosen?: boolean
  /** Greyed and struck through, but it still takes the tap: `told` why it cannot be had, or chosen all the same. */
  unavailable?: false | 'told' | 'chosen'
  swatch?: PictureSource | null
  /** `#rrggbb`: a dot beside the name, where the choice is a colour and has no picture. */
  colour?: string | null
  /** A word less loud than the name: how many there are. */
  note?: string
  /** A tap takes it away: it carries a cross. */
  removable?: boolean
  /** For a screen reader, when the words on the chip do not say why it is unavailable. */
  label?: string
  onClick: () => void
  className?: string
}

/** One choice among several. Put them in `Chips`. */
export function Chip(props: ChipProps) {
  const {
    children,
    chosen = false,
    unavailable = false,
    swatch,
    colour,
    note,
    removable,
    label,
    onClick,
    className,
  } = props
  return (
    <View
      className={classNames('x-chip', chosen && 'x-chip--chosen', unavailable && 'x-chip--unavailable', className)}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={label ?? children}
      ariaSelected={chosen}
      ariaDisabled={unavailable === 'told' || undefined}
      onClick={onClick}
    >
      {swatch && <Picture picture={swatch} slot="thumb" shape="small" label="" className="x-chip__swatch" />}
      {!swatch && colour && <View className="x-chip__dot" style={{ backgroundColor: colour }} />}
      <Text>{children}</Text>
      {note && <Text className="x-chip__note">{note}</Text>}
      {removable && <Icon name="x" size={16} className="x-chip__cross" />}
    </View>
  )
}

/** Chips in wrapping rows, 12 px apart. */
export function Chips({ children }: { children: ReactNode }) {
  return <View className="x-chips">{children}</View>
}
