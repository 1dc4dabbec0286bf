import type { World } from '../world'
import { ServerApiError } from './errors'

/** What a keyword may hold: developers.weixin.qq.com, subscribe message, "参数值内容限制说明". */
const LIMITS: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  number: /^\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2}(:\d{2})?)?$|^\d{1,2}:\d{2}(:\d{2})?$|^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日|^\d{4}-\d{2}-\d{2}/,
  amount: /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+-]{1,17}$/,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** `POST /cgi-bin/message/subscribe/send`: one message for one 允许 of the person. */
export function sendSubscribeMessage(world: World, body: Record<string, unknown>): object {
  const { touser, template_id: templateId, page, data } = body
  const person = typeof touser === 'string' ? world.people.withOpenid(touser, world.options.appid) : undefined
  if (!person) throw new ServerApiError(40003)
  const keywords = typeof templateId === 'string' ? world.options.templates?.[templateId] : undefined
  if (!keywords) throw new ServerApiError(40037)
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/'))) throw new ServerApiError(41030)
  const values = readValues(keywords, data)
  if (!world.subscriptions.use(person.id, templateId as string)) throw new ServerApiError(43101)
  const message = { person: person.id, templateId: templateId as string, page: page ?? null, values }
  world.subscriptions.messages.push({ at: world.clock.now(), ...message })
  return { errcode: 0, errmsg: 'ok' }
}

function readValues(keywords: readonly string[], data: unknown): Record<string, string> {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<string, { value?: unknown }>
  const invalid = (keyword: string, what: string) =>
    new ServerApiError(47003, `argument invalid! data.${keyword}.value ${what}`)
  return Object.fromEntries(
    keywords.map((keyword) => {
      const value = given[keyword]?.value
      if (value === undefined || value === '') throw invalid(keyword, 'is empty')
      if (!LIMITS[keyword.replace(/\d+$/, '')]?.test(String(value))) throw invalid(keyword, 'invalid')
      return [keyword, String(value)]
    }),
  )
}
