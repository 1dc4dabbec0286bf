/** English needs a form for one and a form for many; Chinese does not. Chosen by the parameter `count`. */
export interface Plural {
  one: string
  other: string
}

/**
 * One feature's sentences in both languages. A key that only one of them has is a type error.
 * `{name}` stands for a parameter; the Chinese sentence says which parameters there are.
 */
export const defineMessages = <
  const Chinese extends Record<string, string>,
  const English extends Record<keyof Chinese, string | Plural>,
>(messages: {
  zhCN: Chinese
  en: English & Record<Exclude<keyof English, keyof Chinese>, never>
}) => messages
