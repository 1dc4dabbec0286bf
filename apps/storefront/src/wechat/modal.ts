import Taro from '@tarojs/taro'
import { ask } from './answer'

export interface Question {
  title: string
  content?: string
  /** Four Chinese characters at most, as WeChat allows. */
  confirm: string
  cancel: string
}

/** Asks yes or no. Anything that is not a yes is a no. */
export async function confirm({ title, content = '', confirm: yes, cancel: no }: Question): Promise<boolean> {
  const answer = await ask(
    () => Taro.showModal({ title, content, confirmText: yes, cancelText: no }),
    (result) => result.confirm,
  )
  return answer.status === 'ok' && answer.value
}
