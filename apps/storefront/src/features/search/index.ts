/** Only the goods subpackage imports this. */
export { CategoryChips } from './category-chips/CategoryChips'
export { HotWords } from './hot-words/HotWords'
export { SearchField } from './search-field/SearchField'
export { SearchStart } from './search-start/SearchStart'
export { SortBar } from './sort-bar/SortBar'
export { SuggestionList } from './suggestion-list/SuggestionList'
export { useSearch } from './use-search'
export { useSuggestions } from './use-suggestions'
