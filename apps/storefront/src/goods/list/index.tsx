import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ProductSort } from '@xiaopu/contract'
import { useState } from 'react'
import { page, usePageTitle } from '../../app-shell'
import { nameOf, useCategories, useShelf } from '../../features/catalog'
import { SearchField, SearchStart, SortBar, useSearch } from '../../features/search'
import { useLocale } from '../../i18n'
import { useRouteParameters } from '../../wechat'
import './index.scss'
import { Popular } from './Popular'
import { Results } from './Results'

/** The goods of a category, or of a search; opened with neither, it asks what one looks for. */
function ListPage() {
  const { t } = useLocale()
  const { category, q, title } = useRouteParameters('list')
  const search = useSearch(q)
  const [sort, setSort] = useState<ProductSort>('relevance')
  const { words } = search
  // Words go before the category: they are looked for in the whole shop.
  const asked = words !== '' || category !== undefined
  const shelf = useShelf(asked ? (words !== '' ? { q: words, sort } : { category, sort }) : null)
  // Deferred: the list stands without it.
  const { categories = [] } = useCategories()

  const categoryName = (category && nameOf(categories, category)) || title || t('list.title')
  usePageTitle(words === '' && category ? categoryName : t('list.searchTitle'))
  useReachBottom(shelf.more)

  return (
    <View className="x-page">
      <View className="list-page__top">
        <SearchField
          value={search.typed}
          onChange={search.type}
          onSearch={search.searchTyped}
          onClear={search.clear}
          focus={!asked}
        />
        {asked && <SortBar sort={sort} onChange={setSort} />}
      </View>
      {asked ? (
        <Results words={words} shelf={shelf} categories={categories} />
      ) : (
        <>
          <SearchStart
            history={search.history}
            categories={categories}
            onPick={search.search}
            onClear={search.clearHistory}
          />
          <Popular />
        </>
      )}
    </View>
  )
}

export default page(ListPage)
