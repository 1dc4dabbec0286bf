import { Text, View } from '@tarojs/components'
import type { Category } from '@xiaopu/contract'
import { errorSentence } from '../../api/error-sentence'
import type { useShelf } from '../../features/catalog'
import { ProductGrid, ProductGridSkeleton } from '../../features/product'
import { CategoryChips } from '../../features/search'
import { useLocale } from '../../i18n'
import { EmptyState, ErrorState, LoadMore } from '../../ui'
import { open } from '../../wechat'
import { Popular } from './Popular'

export interface ResultsProps {
  /** Empty when a category is shown. */
  words: string
  shelf: ReturnType<typeof useShelf>
  categories: readonly Category[]
}

export function Results({ words, shelf, categories }: ResultsProps) {
  const { t } = useLocale()
  const { products, total, error, end, retry } = shelf
  if (error) return <ErrorState message={errorSentence(error, t)} onRetry={retry} />
  if (!products) return <ProductGridSkeleton count={6} />
  if (products.length === 0) return <NothingFound words={words} categories={categories} />
  return (
    <View>
      {words !== '' && total !== null && <Text className="list-page__count">{t('list.found', { count: total })}</Text>}
      <ProductGrid products={products} />
      <LoadMore state={end} onRetry={retry} />
    </View>
  )
}

/** Nothing is a dead end: the categories, and what others buy. */
function NothingFound({ words, categories }: Pick<ResultsProps, 'words' | 'categories'>) {
  const { t } = useLocale()
  return (
    <View>
      <EmptyState
        icon="search"
        title={words === '' ? t('list.emptyCategory') : t('list.noneFound', { words })}
        hint={t(words === '' ? 'list.emptyCategoryHint' : 'list.noneFoundHint')}
        action={{ label: t('list.all'), onClick: () => void open('category') }}
      />
      <CategoryChips categories={categories} />
      <Popular />
    </View>
  )
}
