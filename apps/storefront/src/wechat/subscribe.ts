import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/**
 * Asks to be allowed to send one message of a template; has to be called in a tap. `false`: the shopper would rather not, now
 * or ever. Source: wx.requestSubscribeMessage; 20004 is the main switch of the shopper's WeChat, which only they can turn on.
 */
export function askForMessage(templateId: string): Promise<Answer<boolean>> {
  return ask(
    () => Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] }),
    (answers) => (answers as unknown as Record<string, string>)[templateId] === 'accept',
  )
}
