import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Asks whether to call, then calls. */
export const call = (phoneNumber: string): Promise<Answer<void>> =>
  ask(
    () => Taro.makePhoneCall({ phoneNumber }),
    () => undefined,
  )
