import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ProductSort } from '@xiaopu/contract'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { nameOf, type Shelf, useCategories } from '../../features/catalog'
import { ChosenFilters, FilterButton, FilterSheet, useFilteredShelf } from '../../features/filter'
import { SearchField, SearchStart, SortBar, SuggestionList, useSearch, useSuggestions } from '../../features/search'
import { useLocale } from '../../i18n'
import { open, useRouteParameters } from '../../wechat'
import '../sentences'
import './index.scss'
import { Popular } from './Popular'
import { Results } from './Results'

/** The goods of a category, or of a search; opened with neither, it asks what one looks for. */
function ListPage() {
  const { t } = useLocale()
  const { category, q, title } = useRouteParameters('list')
  const search = useSearch(q)
  const [sort, setSort] = useState<ProductSort>('relevance')
  const [filtering, setFiltering] = useState(false)
  const { words } = search
  // Words go before the category: they are looked for in the whole shop.
  const shelf: Shelf | null = words !== '' ? { q: words, sort } : category !== undefined ? { category, sort } : null
  // Critical: the list is the page.
  const { list, filter, chosen, canFilter, setFilter, act } = useFilteredShelf(shelf)
  // Deferred: the list stands without them.
  const { categories = [] } = useCategories()
  const suggestions = useSuggestions(search.typing ? search.typed : '', search.composing)

  const categoryName = (category && nameOf(categories, category)) || title || t('list.title')
  usePageTitle(words === '' && category ? categoryName : t('list.searchTitle'))
  useReachBottom(() => {
    if (!search.typing) list.more()
  })

  return (
    <View className="x-page">
      <View className="list-page__top">
        <SearchField
          value={search.typed}
          onChange={search.type}
          onCompose={search.compose}
          onSearch={search.searchTyped}
          onClear={search.clear}
          focus={!shelf}
        />
        {shelf && !search.typing && (
          <View className="list-page__bar">
            <SortBar sort={sort} onChange={setSort} />
            {canFilter && <FilterButton count={chosen.length} onClick={() => setFiltering(true)} />}
          </View>
        )}
      </View>
      {search.typing ? (
        <SuggestionList
          typed={search.typed}
          suggestions={suggestions}
          onSearch={search.search}
          onCategory={(id) => void open('category', { id })}
          onProduct={(id) => {
            search.keepTyped()
            void open('product', { id })
          }}
        />
      ) : shelf ? (
        <>
          <ChosenFilters chosen={chosen} act={act} />
          <Results
            words={words}
            shelf={list}
            categories={categories}
            onSearch={search.search}
            onClearFilter={chosen.length > 0 ? () => act({ type: 'reset' }) : undefined}
          />
          <FilterSheet
            open={filtering}
            shelf={shelf}
            filter={filter}
            onClose={() => setFiltering(false)}
            onDone={(next) => {
              setFilter(next)
              setFiltering(false)
            }}
          />
        </>
      ) : (
        <>
          <SearchStart
            history={search.history}
            categories={categories}
            onPick={search.search}
            onRemove={search.removeFromHistory}
            onClear={search.clearHistory}
          />
          <Popular />
        </>
      )}
    </View>
  )
}

export default page(ListPage)
