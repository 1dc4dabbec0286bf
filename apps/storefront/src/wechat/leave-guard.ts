import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { ask } from './answer'

const nothing = () => undefined
/** Its types say that it answers nothing; Taro makes a promise of it all the same. */
const told = (answer: unknown) => Promise.resolve(answer)

/**
 * While there is a question, WeChat asks it before the back arrow or a swipe leaves this page. It neither knows of the app being
 * closed nor is there on every client: what must not be lost has to be kept besides.
 */
export function useLeaveGuard(question: string | null) {
  useEffect(() => {
    if (question === null || !Taro.canIUse('enableAlertBeforeUnload')) return
    void ask(() => told(Taro.enableAlertBeforeUnload({ message: question })), nothing)
    return () => void ask(() => told(Taro.disableAlertBeforeUnload({})), nothing)
  }, [question])
}
