/** Under which names the answers about words are kept; the language is part of them, since words come in it. */
export const searchKeys = {
  suggestions: (typed: string, locale: string) => ['suggestions', typed, locale] as const,
  hotWords: (locale: string) => ['hot-words', locale] as const,
}
