import { Text } from '@tarojs/components'
import { classNames } from '../class-names'
import './Tag.scss'

export interface TagProps {
  children: string
  tone?: 'neutral' | 'accent' | 'good' | 'warn'
  className?: string
}

/** A word or two about a thing. At most one on a product card. */
export function Tag({ children, tone = 'neutral', className }: TagProps) {
  return <Text className={classNames('x-tag', tone !== 'neutral' && `x-tag--${tone}`, className)}>{children}</Text>
}
