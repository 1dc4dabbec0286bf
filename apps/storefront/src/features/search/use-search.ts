import { useState } from 'react'
import { wordsOf } from './search-history/search-history'
import { useSearchHistory } from './search-history/use-search-history'

/**
 * What is typed, and what was last looked for.
 * @param given the words the page was opened with
 */
export function useSearch(given = '') {
  const [typed, setTyped] = useState(given)
  const [words, setWords] = useState(wordsOf(given))
  const [composing, compose] = useState(false)
  const { history, keep, remove, clear: clearHistory } = useSearchHistory()

  const search = (asked: string) => {
    const next = wordsOf(asked)
    setTyped(next)
    setWords(next)
    compose(false)
    if (next !== '') keep(next)
  }
  return {
    typed,
    /** Empty: nothing is looked for. */
    words,
    /** Something else is being typed: what it may become is worth more now than what was found before. */
    typing: wordsOf(typed) !== '' && wordsOf(typed) !== words,
    composing,
    history,
    type: setTyped,
    compose,
    searchTyped: () => search(typed),
    search,
    clear: () => search(''),
    /** Looked at instead of looked for: the words count all the same. */
    keepTyped: () => keep(typed),
    removeFromHistory: remove,
    clearHistory,
  }
}
