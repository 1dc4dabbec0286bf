/** What was looked for lately, newest first. */
export type SearchHistory = readonly string[]

export const HISTORY_LENGTH = 20

/** The contract's own limit for words to look for. */
export const MAX_WORDS = 80

/** What someone typed, as it is looked for: trimmed, spaces joined, not too long. */
export const wordsOf = (typed: string) => typed.trim().replace(/\s+/g, ' ').slice(0, MAX_WORDS)

/** The history after looking for `words` once more: on top, once, the oldest gone. Nothing typed is nothing looked for. */
export function withSearch(history: SearchHistory, typed: string): SearchHistory {
  const words = wordsOf(typed)
  if (words === '') return history
  const sameWords = (before: string) => before.toLowerCase() === words.toLowerCase()
  return [words, ...history.filter((before) => !sameWords(before))].slice(0, HISTORY_LENGTH)
}

/** The history without what the shopper no longer wants to see in it. */
export const withoutSearch = (history: SearchHistory, words: string): SearchHistory =>
  history.filter((before) => before !== words)

/** What the phone kept; anything that is no history is an empty one. */
export const readHistory = (kept: unknown): SearchHistory =>
  Array.isArray(kept) ? kept.filter((words): words is string => typeof words === 'string').slice(0, HISTORY_LENGTH) : []
