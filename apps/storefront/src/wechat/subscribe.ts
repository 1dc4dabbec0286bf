import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/**
 * Asks for one message each of up to three templates. Only on a tap, and only where the shopper sees why.
 * @returns the templates that were accepted: one accept is one message
 */
export const askForMessages = (templateIds: string[]): Promise<Answer<string[]>> =>
  ask(
    () => Taro.requestSubscribeMessage({ tmplIds: templateIds } as Taro.requestSubscribeMessage.Option),
    (result) => templateIds.filter((id) => (result as unknown as Record<string, unknown>)[id] === 'accept'),
  )
