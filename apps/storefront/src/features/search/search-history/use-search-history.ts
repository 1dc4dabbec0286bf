import { create } from 'zustand'
import { forget, remember, remembered } from '../../../wechat'
import { readHistory, type SearchHistory, withSearch } from './search-history'

const KEY = 'search-history'

const useStore = create<{ history: SearchHistory }>(() => ({ history: readHistory(remembered(KEY)) }))

/** What this phone looked for lately. It stays on the phone. */
export function useSearchHistory() {
  const history = useStore((state) => state.history)
  return {
    history,
    keep(words: string) {
      const next = withSearch(useStore.getState().history, words)
      useStore.setState({ history: next })
      remember(KEY, next)
    },
    clear() {
      useStore.setState({ history: [] })
      forget(KEY)
    },
  }
}
