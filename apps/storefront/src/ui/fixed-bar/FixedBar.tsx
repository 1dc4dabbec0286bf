import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import './FixedBar.scss'

export interface FixedBarProps {
  /** One row, up to 44 px high. */
  children: ReactNode
  /** On a tab page the tab bar keeps the safe area. */
  aboveTabs?: boolean
  className?: string
}

/** A bar that stays at the bottom, and an empty place of its height at the end of the page so that it hides nothing. */
export function FixedBar({ children, aboveTabs = false, className }: FixedBarProps) {
  return (
    <>
      <View className={classNames('x-fixed-bar__place', aboveTabs && 'x-fixed-bar__place--above-tabs')} />
      <View className={classNames('x-fixed-bar', aboveTabs && 'x-fixed-bar--above-tabs', className)}>
        <View className="x-fixed-bar__row">{children}</View>
      </View>
    </>
  )
}
