import type { AfterSaleState } from '@xiaopu/commerce'
import type { Locale } from '@xiaopu/contract'
import { messageValue } from '@xiaopu/wechat'
import type { MessageTemplate } from '../../config/message-templates'

/** A part of a message; `phrase`: in at most five Chinese characters, which is all such a keyword takes. */
export type Said = string | Date | { words: string; phrase: string }

/** What a template's keywords say, each cut to what its type takes. */
export const valuesOf = <Part extends string>(
  { keywords }: MessageTemplate<Part>,
  parts: Record<Part, Said>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries<Part>(keywords).map(([keyword, part]) => [
      keyword,
      messageValue(keyword, saidIn(keyword, parts[part])),
    ]),
  )

function saidIn(keyword: string, said: Said): string | Date {
  if (typeof said === 'string' || said instanceof Date) return said
  return keyword.startsWith('phrase') ? said.phrase : said.words
}

/** fen as `¥129.00`. */
export const money = (fen: number) => `¥${(fen / 100).toFixed(2)}`

/** What the shopper did not ask for, or withdrew themselves, is no news to them. */
export type NewsOfAfterSale = Exclude<
  AfterSaleState,
  'requested' | 'returning' | 'received' | 'withdrawn' | 'completed'
>

/** At most five characters each in Chinese. */
const STATUS: Record<NewsOfAfterSale, Record<Locale, string>> = {
  awaiting_return: { 'zh-CN': '请寄回商品', en: 'Please send it back' },
  refunding: { 'zh-CN': '已同意退款', en: 'Refund approved' },
  refunded: { 'zh-CN': '已退款', en: 'Refunded' },
  replacement_sent: { 'zh-CN': '换货已发出', en: 'Replacement sent' },
  refused: { 'zh-CN': '未通过', en: 'Not approved' },
  expired: { 'zh-CN': '超时已关闭', en: 'Closed, not sent back' },
  closed: { 'zh-CN': '已关闭', en: 'Closed' },
}

export const NEWS = Object.keys(STATUS) as NewsOfAfterSale[]

export const statusOf = (state: NewsOfAfterSale, locale: Locale): Said => ({
  words: STATUS[state][locale],
  phrase: STATUS[state]['zh-CN'],
})

const NOTES = {
  shipped: { 'zh-CN': '包裹已发出，点按查看物流', en: 'On its way' },
  ready: { 'zh-CN': '凭取货码到店自提', en: 'Show your pickup code' },
  after_sale: { 'zh-CN': '点按查看详情', en: 'Tap for more' },
  unpaid: { 'zh-CN': '超时将自动关闭', en: 'It will be closed soon' },
  restock: { 'zh-CN': '你关注的商品到货了，数量有限', en: 'Back in stock' },
}

export const noteOf = (kind: keyof typeof NOTES, locale: Locale): string => NOTES[kind][locale]

/** 纸灯 等3件: what fits is read, of what does not the end is cut. */
export function goodsIn(lines: readonly { name: string; quantity: number }[], locale: Locale): string {
  const [one] = lines
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  if (!one) return ''
  if (pieces === 1) return one.name
  const rest = locale === 'en' ? ` (${pieces} pcs)` : ` 等${pieces}件`
  const room = 20 - [...rest].length
  const name = [...one.name]
  return `${name.length > room ? `${name.slice(0, room - 1).join('')}…` : one.name}${rest}`
}
