import type { Locale } from '@xiaopu/commerce'
import { escapeLonger, unescapeLonger } from '../mapping/beyond-bmp'

/** Magento wants a nickname: who wishes to stay anonymous is called this, and whoever is called this is anonymous. */
const NOBODY: Record<Locale, string> = { 'zh-CN': '匿名用户', en: 'Anonymous' }
/** Of the title Magento wants. */
const LONGEST_SUMMARY = 60

export interface MagentoWords {
  nickname: string
  summary: string
  text: string
}

/** What a shopper says, as Magento takes it: our reviews have no title, so that it is how the text begins. */
export function toMagento(said: { nickname: string | null; text: string }, locale: Locale): MagentoWords {
  const [firstLine = ''] = said.text.trim().split('\n')
  return {
    nickname: escapeLonger(said.nickname ?? NOBODY[locale]),
    summary: escapeLonger([...firstLine].slice(0, LONGEST_SUMMARY).join('').trim()),
    text: escapeLonger(said.text),
  }
}

/** The same back; a title of its own, as the merchant's website asks for one, comes before the text. */
export function fromMagento(words: MagentoWords): { nickname: string | null; text: string } {
  const [nickname, summary, text] = [words.nickname, words.summary, words.text].map(unescapeLonger) as [
    string,
    string,
    string,
  ]
  return {
    nickname: Object.values(NOBODY).includes(nickname.trim()) || nickname.trim() === '' ? null : nickname,
    text: text.trim().startsWith(summary.trim()) ? text : `${summary}\n${text}`,
  }
}
