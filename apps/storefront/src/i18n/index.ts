import { format, type Parameters } from './format'
import { type Locale, useLocaleStore } from './locale'
import type { messages } from './messages/all'
import { main } from './messages/main'

export { setLocale, useLocaleStore } from './locale'
export type { Locale }

type Features = typeof messages
type Chinese<Feature extends keyof Features> = Features[Feature]['zhCN']

/** `feature.key`, e.g. `cart.checkout`. */
export type MessageKey = {
  [Feature in keyof Features]: `${Feature}.${keyof Chinese<Feature> & string}`
}[keyof Features]

type SentenceOf<Key extends MessageKey> = Key extends `${infer Feature extends keyof Features}.${infer Name}`
  ? Name extends keyof Chinese<Feature>
    ? Chinese<Feature>[Name]
    : never
  : never
type NamesIn<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type ParametersOf<Key extends MessageKey> = [NamesIn<SentenceOf<Key>>] extends [never]
  ? []
  : [parameters: Record<NamesIn<SentenceOf<Key>>, string | number>]

const sentences = { ...main } as unknown as Record<string, Record<'zhCN' | 'en', Record<string, string>>>

/**
 * Sentences that only the pages of one package need, so that they are not in the main package. Each page of a package
 * imports its `sentences.ts`, which calls this; `packages.test.ts` finds what was forgotten.
 */
export const addSentences = (more: Partial<Features>) => void Object.assign(sentences, more)

const translate = (locale: Locale, key: string, parameters?: Parameters) => {
  const dot = key.indexOf('.')
  const sentence = sentences[key.slice(0, dot)]?.[locale === 'en' ? 'en' : 'zhCN'][key.slice(dot + 1)]
  return sentence === undefined ? key : format(sentence, parameters)
}

/** The sentence for `key` in the shopper's language: `t('cart.checkout', { count: 2 })`. Keys and parameters are checked by the compiler. */
export type Translate = <Key extends MessageKey>(key: Key, ...parameters: ParametersOf<Key>) => string

const translators: Record<Locale, Translate> = {
  'zh-CN': (key, ...[parameters]) => translate('zh-CN', key, parameters),
  en: (key, ...[parameters]) => translate('en', key, parameters),
}

/** For code outside a component. In a component use `useLocale`, which redraws when the language changes. */
export const t: Translate = (key, ...[parameters]) => translate(useLocaleStore.getState().locale, key, parameters)

/** The shopper's language and `t` in it; `t` is the same function as long as the language is. */
export function useLocale(): { locale: Locale; t: Translate } {
  const locale = useLocaleStore((state) => state.locale)
  return { locale, t: translators[locale] }
}
