import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { setPageTitle } from '../wechat'

/** The title in the navigation bar, also after coming back to the page. */
export function usePageTitle(title: string) {
  useEffect(() => setPageTitle(title), [title])
  useDidShow(() => setPageTitle(title))
}
