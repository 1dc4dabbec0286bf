import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useLocale } from '../../i18n'
import { classNames } from '../class-names'
import './Skeleton.scss'

/** px at 375, or any CSS length. */
type Length = number | string
const css = (length: Length) => (typeof length === 'number' ? Taro.pxTransform(length) : length)

export interface SkeletonProps {
  shape?: 'line' | 'circle' | 'picture'
  width?: Length
  /** For a line or a circle; a line is as high as body text. */
  height?: Length
  /** For a picture: width over height. */
  ratio?: number
  className?: string
}

/** The place of something that is on its way. Compose them into the page's real shape, inside one `SkeletonGroup`. */
export function Skeleton({ shape = 'line', width = '100%', height = 16, ratio = 1, className }: SkeletonProps) {
  const look = classNames('x-skeleton', `x-skeleton--${shape}`, className)
  if (shape !== 'picture') return <View className={look} style={{ width: css(width), height: css(height) }} />
  return (
    <View className={look} style={{ width: css(width) }}>
      {/* A percentage of padding is one of the parent's width: it takes a child to make a ratio. */}
      <View style={{ paddingTop: `${(100 / ratio).toFixed(3)}%` }} />
    </View>
  )
}

/** Says "loading" once, instead of nothing many times. */
export function SkeletonGroup({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useLocale()
  return (
    <View className={classNames('x-skeleton-group', className)} ariaRole="img" ariaLabel={t('ui.loading')}>
      {children}
    </View>
  )
}
