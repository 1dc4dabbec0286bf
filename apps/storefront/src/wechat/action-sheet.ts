import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** Lets the shopper choose one of at most six; its place in the list. */
export const chooseOne = (itemList: string[]): Promise<Answer<number>> =>
  ask(
    () => Taro.showActionSheet({ itemList }),
    ({ tapIndex }) => tapIndex,
  )
