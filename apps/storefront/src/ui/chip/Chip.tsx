import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Picture, type PictureSource } from '../picture/Picture'
import './Chip.scss'

export interface ChipProps {
  children: string
  chosen?: boolean
  /** Greyed and struck through, but it still takes the tap: the page then says why. */
  unavailable?: boolean
  swatch?: PictureSource | null
  /** For a screen reader, when the words on the chip do not say why it is unavailable. */
  label?: string
  onClick: () => void
  className?: string
}

/** One choice among several. Put them in `Chips`. */
export function Chip({ children, chosen = false, unavailable = false, swatch, label, onClick, className }: ChipProps) {
  return (
    <View
      className={classNames('x-chip', chosen && 'x-chip--chosen', unavailable && 'x-chip--unavailable', className)}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={label ?? children}
      ariaSelected={chosen}
      ariaDisabled={unavailable || undefined}
      onClick={onClick}
    >
      {swatch && <Picture picture={swatch} slot="thumb" shape="small" label="" className="x-chip__swatch" />}
      <Text>{children}</Text>
    </View>
  )
}

/** Chips in wrapping rows, 12 px apart. */
export function Chips({ children }: { children: ReactNode }) {
  return <View className="x-chips">{children}</View>
}
