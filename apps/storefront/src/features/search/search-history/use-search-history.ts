import { create } from 'zustand'
import { forget, remember, remembered } from '../../../wechat'
import { readHistory, type SearchHistory, withoutSearch, withSearch } from './search-history'

const KEY = 'search-history'

const useStore = create<{ history: SearchHistory }>(() => ({ history: readHistory(remembered(KEY)) }))

function write(history: SearchHistory) {
  useStore.setState({ history })
  remember(KEY, history)
}

export function forgetSearches() {
  useStore.setState({ history: [] })
  forget(KEY)
}

/** What this phone looked for lately. It stays on the phone. */
export function useSearchHistory() {
  const history = useStore((state) => state.history)
  return {
    history,
    keep: (words: string) => write(withSearch(useStore.getState().history, words)),
    remove: (words: string) => write(withoutSearch(useStore.getState().history, words)),
    clear: forgetSearches,
  }
}
