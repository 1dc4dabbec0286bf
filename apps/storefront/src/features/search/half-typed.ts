import { wordsOf } from './search-history/search-history'

/** The contract's own limit for what suggestions are asked for. */
const MOST_TYPED = 40

/** iOS parts the syllables of a word that is still being composed with this space (`pen zai` before 盆栽): no keyboard has a key for it. */
const COMPOSING = /\u2006/

/**
 * What suggestions are to be asked for: empty for nothing, null while a word is being composed and may yet become another.
 * @param composing what the input method itself says, where it does
 */
export function askable(typed: string, composing: boolean): string | null {
  if (composing || COMPOSING.test(typed)) return null
  return wordsOf(typed).slice(0, MOST_TYPED)
}
