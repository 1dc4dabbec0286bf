import type { Locale } from '@xiaopu/contract'

/** A text in both languages of the shop. */
export type Words = Record<Locale, string>

export const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

/** What the gateway does with `Accept-Language`: English when it comes first, Chinese for everything else. */
export const readLocale = (header: string | null): Locale =>
  header?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh-CN'

/** Who asks, and how the answer is to be worded. */
export interface View {
  locale: Locale
  /** Of the fake gateway: where its pictures are. */
  origin: string
  /** ms */
  now: number
}
