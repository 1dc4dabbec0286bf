import { Text, View } from '@tarojs/components'
import type { Category } from '@xiaopu/contract'
import type { useShelf } from '../../features/catalog'
import { ProductGridSkeleton, ProductList } from '../../features/product'
import { CategoryChips, HotWords } from '../../features/search'
import { useLocale } from '../../i18n'
import { EmptyState, LoadMore, LoadState, Skeleton } from '../../ui'
import { open } from '../../wechat'
import { Popular } from './Popular'

export interface ResultsProps {
  /** Empty when a category is shown. */
  words: string
  shelf: ReturnType<typeof useShelf>
  categories: readonly Category[]
  /** Other words to look for. */
  onSearch: (words: string) => void
  /** Only where a filter narrows the list. */
  onClearFilter?: () => void
}

export function Results({ words, shelf, categories, onSearch, onClearFilter }: ResultsProps) {
  const { t } = useLocale()
  const { products, searchedFor, total, error, end, retry } = shelf
  if (!products) return <LoadState error={error} onRetry={retry} skeleton={<ResultsSkeleton />} />
  if (products.length === 0 && onClearFilter)
    return (
      <EmptyState
        icon="search"
        title={t('filter.noneTitle')}
        hint={t('filter.noneHint')}
        action={{ label: t('filter.clear'), onClick: onClearFilter }}
        second={{ label: t('list.categories'), onClick: () => void open('category') }}
      />
    )
  if (products.length === 0) return <NothingFound words={words} categories={categories} onSearch={onSearch} />
  return (
    <View>
      {searchedFor !== null && (
        <View className="list-page__instead" ariaLive="polite">
          <Text>{t('list.instead', { words, found: searchedFor })}</Text>
        </View>
      )}
      {total !== null && (
        <View className="list-page__count" ariaLive="polite">
          <Text>{t('list.found', { count: total })}</Text>
        </View>
      )}
      <ProductList products={products} />
      <LoadMore state={end} onRetry={retry} />
    </View>
  )
}

const ResultsSkeleton = () => (
  <View>
    <View className="list-page__count">
      <Skeleton width={72} height={14} />
    </View>
    <ProductGridSkeleton count={6} />
  </View>
)

/** Nothing is a dead end: other words, the categories, and what others buy. */
function NothingFound({ words, categories, onSearch }: Pick<ResultsProps, 'words' | 'categories' | 'onSearch'>) {
  const { t } = useLocale()
  return (
    <View>
      <EmptyState
        icon="search"
        title={words === '' ? t('list.emptyCategory') : t('list.noneFound', { words })}
        hint={t(words === '' ? 'list.emptyCategoryHint' : 'list.noneFoundHint')}
        action={{ label: t('list.all'), onClick: () => void open('category') }}
      />
      <HotWords onPick={onSearch} />
      <CategoryChips categories={categories} />
      <Popular />
    </View>
  )
}
