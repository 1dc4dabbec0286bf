import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** A login code: single use, five minutes. The gateway exchanges it; the app only carries it. */
export const login = (): Promise<Answer<{ code: string }>> =>
  ask(
    () => Taro.login(),
    ({ code }) => ({ code }),
  )
