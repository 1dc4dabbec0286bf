import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import './Icon.scss'
import type { IconName } from './icons'

export interface IconProps {
  name: IconName
  /** px at 375. */
  size?: 16 | 20 | 24 | 32 | 48
  className?: string
}

/** A line icon in the colour of the text around it. It says nothing to a screen reader: name the button or the row that holds it. */
export function Icon({ name, size = 20, className }: IconProps) {
  return <View className={classNames('x-icon', `x-icon--${name}`, `x-icon--${size}`, className)} ariaHidden />
}
