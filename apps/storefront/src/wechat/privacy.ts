import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Shows the Mini Program's privacy guideline. */
export const openPrivacyContract = (): Promise<Answer<void>> =>
  ask(
    () => Taro.openPrivacyContract({}) as unknown as Promise<unknown>,
    () => undefined,
  )

/** Opens the settings, where a refused permission can be granted. Only works on a tap. */
export const openSettings = (): Promise<Answer<void>> =>
  ask(
    () => Taro.openSetting({}),
    () => undefined,
  )
