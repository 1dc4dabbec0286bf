import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './KeptHead.scss'

/** The line above a list: what it is of, and on the right what can be done with it. */
export function KeptHead({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <View className="kept-head">
      <Text className="kept-head__words" ariaLive="polite">
        {words}
      </Text>
      {children}
    </View>
  )
}
