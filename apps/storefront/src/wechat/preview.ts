import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Shows pictures over the whole screen, to swipe and zoom; `at` is the first one's place in the list. */
export const previewPictures = (urls: string[], at = 0): Promise<Answer<void>> =>
  // The address as well as the list: the index alone is only understood since base library 2.29.
  ask(
    () => Taro.previewImage({ urls, current: urls[at] }),
    () => undefined,
  )
