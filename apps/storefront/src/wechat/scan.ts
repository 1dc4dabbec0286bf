import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

export interface Scanned {
  text: string
  /** Of a mini program code: the page and query it leads to, otherwise empty. */
  path: string
}

/** Opens the scanner for a bar code, a QR code or a mini program code. */
export const scan = (): Promise<Answer<Scanned>> =>
  ask(
    () => Taro.scanCode({}),
    (scanned) => ({ text: scanned.result, path: scanned.path ?? '' }),
  )
