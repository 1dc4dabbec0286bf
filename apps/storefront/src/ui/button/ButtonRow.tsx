import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import './ButtonRow.scss'

/** Buttons side by side, equally wide: the foot of a sheet or of a page. The main one comes last. */
export function ButtonRow({ children, className }: { children: ReactNode; className?: string }) {
  return <View className={classNames('x-button-row', className)}>{children}</View>
}
