/** Only the goods subpackage imports this. */
export { ChosenFilters } from './chosen-filters/ChosenFilters'
export { FilterButton } from './filter-button/FilterButton'
export { FilterSheet } from './filter-sheet/FilterSheet'
export { useFilteredShelf } from './use-filtered-shelf'
