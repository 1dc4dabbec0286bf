import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon'
import type { IconName } from '../icon/icons'
import './FactRow.scss'

export interface FactRowProps {
  icon: IconName
  title: string
  /** Below it, as long as they are: a number, an address, a time. */
  lines: readonly string[]
  /** A finger may mark the lines, to copy a part of them. */
  selectable?: boolean
  /** On the right: what can be done with it. */
  children?: ReactNode
}

/** On a card: what it is, what there is to know of it, and a small button or two. */
export function FactRow({ icon, title, lines, selectable, children }: FactRowProps) {
  return (
    <View className="x-fact-row">
      <Icon name={icon} className="x-fact-row__icon" />
      <View className="x-fact-row__words">
        <Text className="x-fact-row__title">{title}</Text>
        {lines.map((line) => (
          <Text key={line} className="x-fact-row__line" userSelect={selectable}>
            {line}
          </Text>
        ))}
      </View>
      {children && <View className="x-fact-row__acts">{children}</View>}
    </View>
  )
}
