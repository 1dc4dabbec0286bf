export { SearchField } from './search-field/SearchField'
export { CategoryChips, SearchStart } from './search-start/SearchStart'
export { SortBar } from './sort-bar/SortBar'
export { useSearch } from './use-search'
