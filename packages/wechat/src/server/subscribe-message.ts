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
 * A text that the keyword takes (developers.weixin.qq.com, subscribe message, limits of values). One value that does not fit and the whole
 * message is refused (47003), so that what is too long is cut, what the type does not know is left out, and nothing is ever empty.
 * A point of time is said as in China.
 */
export function messageValue(keyword: string, value: string | Date): string {
  const plain = (value instanceof Date ? chinaMinute(value) : value).replace(/\s+/g, ' ').trim()
  const fit = FITS[keyword.replace(/\d+$/, '')] ?? ((text: string) => first(text, 32) || '-')
  return fit(plain)
}

const first = (text: string, most: number) => [...text].slice(0, most).join('')
const only = (letters: RegExp, text: string) => (text.match(letters) ?? []).join('')

/** By the type of a keyword: `thing1` is a `thing`. */
const FITS: Record<string, (text: string) => string> = {
  thing: (text) => ([...text].length > 20 ? `${first(text, 19)}…` : text || '-'),
  character_string: (text) => first(only(/[\x20-\x7e]/g, text).trim(), 32) || '-',
  letter: (text) => first(only(/[A-Za-z]/g, text), 32) || 'x',
  number: (text) => first(/\d+(\.\d+)?/.exec(text)?.[0] ?? '0', 32),
  amount: (text) => `¥${/\d{1,10}(\.\d+)?/.exec(text.replaceAll(',', ''))?.[0] ?? '0'}`,
  phone_number: (text) => first(only(/[\d+-]/g, text), 17) || '-',
  phrase: (text) => first(only(/\p{Script=Han}/gu, text), 5) || '见详情',
  name: (text) => first(only(/\p{Script=Han}/gu, text), 10) || first(only(/[A-Za-z ]/g, text).trim(), 20) || '见详情',
}

/** 2026年11月23日 13:29 */
function chinaMinute(at: Date): string {
  const [day, time] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T') as [string, string]
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日 ${time.slice(0, 5)}`
}
