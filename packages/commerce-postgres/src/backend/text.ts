import type { Locale } from '@xiaopu/commerce'
import type { LocalText } from '../tables/schema'

/** The text in the language asked for, or in the other where there is none. */
export function inLocale(text: LocalText, locale: Locale): string {
  return text[locale] || text[locale === 'en' ? 'zh-CN' : 'en']
}

/** PostgreSQL stores every character but NUL; a shopper's text loses it rather than its order. */
export function withoutNul<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '') as Value
  if (Array.isArray(value)) return value.map(withoutNul) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutNul(member)])) as Value
}

/** A word as part of an ILIKE pattern: %, _ and the escape itself are ordinary characters. */
export function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}
