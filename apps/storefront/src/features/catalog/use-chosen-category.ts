import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { tabParameters } from '../../wechat'

/** Which category is shown: the one another page asked for when it opened the tab, or the one tapped here. */
export function useChosenCategory() {
  const [chosen, choose] = useState<string | undefined>()
  useDidShow(() => {
    const asked = tabParameters('category')
    if (asked?.id) choose(asked.id)
  })
  return { chosen, choose }
}
