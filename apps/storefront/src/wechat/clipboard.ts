import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Copies a text; WeChat itself says so to the shopper. */
export const copy = (text: string): Promise<Answer<void>> =>
  ask(
    () => Taro.setClipboardData({ data: text }),
    () => undefined,
  )
