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
  const { history, keep, clear: clearHistory } = useSearchHistory()

  const search = (asked: string) => {
    const next = wordsOf(asked)
    setTyped(next)
    setWords(next)
    if (next !== '') keep(next)
  }
  return {
    typed,
    /** Empty: nothing is looked for. */
    words,
    history,
    type: setTyped,
    searchTyped: () => search(typed),
    search,
    clear: () => search(''),
    clearHistory,
  }
}
