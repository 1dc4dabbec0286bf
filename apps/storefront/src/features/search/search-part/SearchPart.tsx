import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './SearchPart.scss'

export interface SearchPartProps {
  title: string
  /** On the right of the title. */
  action?: ReactNode
  children: ReactNode
}

/** One way into the shop's goods, under its title. */
export function SearchPart({ title, action, children }: SearchPartProps) {
  return (
    <View className="search-part">
      <View className="search-part__head">
        <Text className="search-part__title">{title}</Text>
        {action}
      </View>
      {children}
    </View>
  )
}
