import type { Suggestion } from '@xiaopu/contract'
import type { StockedProduct } from './catalogue'
import { shelves } from './categories'
import type { View } from './words'

/** Words the fake knows by ear: the gateway's own list is made of the catalogue. */
const BY_EAR: Record<string, string> = { 杯: 'bei', 壶: 'hu', 灯: 'deng', 餐厨: 'canchu' }
export const HOT_WORDS = ['杯', '灯', '毛毯']

/** What a half-typed word may become, by characters or by pinyin and its initials. */
export function suggestionsFor(products: StockedProduct[], typed: string, { locale }: View): Suggestion[] {
  const wanted = typed.toLowerCase()
  const heard = Object.keys(BY_EAR).find((word) => BY_EAR[word]!.startsWith(wanted) || word === typed)
  const count = (word: string) => products.filter(({ name }) => name['zh-CN'].includes(word)).length
  const categories = shelves.flatMap((shelf) => [shelf, ...shelf.children])
  const named = (name: string) => name.toLowerCase().includes(wanted) || name === heard
  return [
    ...(heard && count(heard) > 0 ? [{ kind: 'words' as const, words: heard, count: count(heard) }] : []),
    ...categories
      .filter(({ name }) => named(name[locale]))
      .map(({ id, name }) => ({ kind: 'category' as const, categoryId: id, name: name[locale] })),
    ...products
      .filter(({ name }) => named(name[locale]))
      .map(({ id, name }) => ({ kind: 'product' as const, productId: id, name: name[locale] })),
  ].slice(0, 10)
}
