import { View } from '@tarojs/components'
import type { Category } from '@xiaopu/contract'
import { CategoryChips } from '../category-chips/CategoryChips'
import { HotWords } from '../hot-words/HotWords'
import type { SearchHistory } from '../search-history/search-history'
import { RecentSearches } from './RecentSearches'
import './SearchStart.scss'

export interface SearchStartProps {
  history: SearchHistory
  categories: readonly Category[]
  onPick: (words: string) => void
  onRemove: (words: string) => void
  onClear: () => void
}

/** Before the first word: what this phone looked for lately, words worth a try, and the categories. */
export function SearchStart({ history, categories, onPick, onRemove, onClear }: SearchStartProps) {
  return (
    <View className="search-start">
      {history.length > 0 && <RecentSearches history={history} onPick={onPick} onRemove={onRemove} onClear={onClear} />}
      <HotWords onPick={onPick} />
      <CategoryChips categories={categories} />
    </View>
  )
}
