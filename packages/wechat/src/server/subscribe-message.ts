import { WechatApiError } from './errors'
import type { ApiAnswer } from './request'

const PATH = '/cgi-bin/message/subscribe/send'
/** The person has refused, or has let as many through as were sent. */
const NONE_LEFT = 43101

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** Where a tap leads, without a slash at the beginning. */
  page?: string
  /** By the template's keyword: `{ thing1: '纸灯', amount2: '¥129' }`; see {@link messageValue}. */
  values: Record<string, string>
  /** Which version of the Mini Program a tap opens; default `formal`. */
  state?: 'developer' | 'trial' | 'formal'
  language?: 'zh_CN' | 'en_US'
}

/**
 * Sends one subscribe message. `not_allowed`: the person let none through, or refuses by now; asking again is in vain.
 * Never tried twice by itself: the first attempt may have arrived.
 *
 * @throws WechatApiError `refused` (40003 openid, 40037 template, 41030 page, 47003 a value), `network`, `timeout`, `system`, …
 */
export async function sendSubscribeMessage(
  call: (path: string, body: unknown) => Promise<ApiAnswer>,
  { openid, templateId, page, values, state = 'formal', language = 'zh_CN' }: SubscribeMessage,
): Promise<'sent' | 'not_allowed'> {
  const data = Object.fromEntries(Object.entries(values).map(([keyword, value]) => [keyword, { value }]))
  const message = { touser: openid, template_id: templateId, page, data, miniprogram_state: state, lang: language }
  try {
    await call(PATH, message)
    return 'sent'
  } catch (error) {
    if (error instanceof WechatApiError && error.errcode === NONE_LEFT) return 'not_allowed'
    throw error
  }
}

/**
 * A text that the keyword takes (developers.weixin.qq.com, subscribe message, limits of values): `thing` at most 20
 * characters. One value that is too long and the whole message is refused (47003).
 */
export function messageValue(keyword: string, text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim() || '-'
  const letters = [...plain]
  if (!keyword.startsWith('thing')) return letters.slice(0, 32).join('')
  return letters.length > 20 ? `${letters.slice(0, 19).join('')}…` : plain
}
