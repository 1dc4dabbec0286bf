import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** The main switch of the shopper's WeChat is off, which only they can turn on. Source: wx.requestSubscribeMessage, errCode. */
const ALL_REFUSED = 20004

/** Which of the templates the shopper lets one message of through, and which they would rather not, now or ever. */
export interface MessageChoices {
  allowed: string[]
  refused: string[]
}

/**
 * Asks to be allowed to send one message of each template; has to be called in a tap. A template stands in neither list where WeChat did
 * not ask for it (`ban`, `filter`).
 */
export async function askForMessages(templateIds: string[]): Promise<Answer<MessageChoices>> {
  return ask(
    () =>
      Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] }).catch((error: { errCode?: unknown }) => {
        if (error?.errCode !== ALL_REFUSED) throw error
        return Object.fromEntries(templateIds.map((id) => [id, 'reject']))
      }),
    (answers) => {
      const said = answers as unknown as Record<string, string>
      const whoSaid = (word: string) => templateIds.filter((id) => said[id] === word)
      return { allowed: whoSaid('accept'), refused: whoSaid('reject') }
    },
  )
}

/** The same for one template. `false`: the shopper would rather not. */
export async function askForMessage(templateId: string): Promise<Answer<boolean>> {
  const answer = await askForMessages([templateId])
  return answer.status === 'ok' ? { status: 'ok', value: answer.value.allowed.length > 0 } : answer
}
