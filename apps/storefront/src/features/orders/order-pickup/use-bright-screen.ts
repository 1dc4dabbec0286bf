import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { wantBrightScreen } from '../../../wechat/screen'

/** A bright screen as long as a code is before the shopper: not on other pages, in other apps, or when the page has failed. */
export function useBrightScreen(shown: boolean) {
  useEffect(() => {
    if (!shown) return
    void wantBrightScreen(true)
    return () => void wantBrightScreen(false)
  }, [shown])
  useDidShow(() => {
    if (shown) void wantBrightScreen(true)
  })
  useDidHide(() => void wantBrightScreen(false))
}
