import { View } from '@tarojs/components'
import { page, usePageTitle, useTabNames } from '../../app-shell'
import { useCartBadge } from '../../features/cart'
import { CategoryRail, CategoryShelf, placeOf, useCategories, useChosenCategory } from '../../features/catalog'
import { useLocale } from '../../i18n'
import { EmptyState, LoadState, SearchLink } from '../../ui'
import { open } from '../../wechat'
import { CategorySkeleton } from './CategorySkeleton'
import './index.scss'

function CategoryPage() {
  const { t } = useLocale()
  usePageTitle(t('category.title'))
  useTabNames()
  useCartBadge()
  const { categories, error, retry } = useCategories()
  const { chosen, choose } = useChosenCategory()

  if (!categories) return <LoadState error={error} onRetry={retry} skeleton={<CategorySkeleton />} />
  const place = placeOf(categories, chosen)
  if (!place)
    return (
      <EmptyState
        icon="store"
        title={t('category.emptyTitle')}
        hint={t('category.emptyHint')}
        action={{ label: t('ui.retry'), onClick: () => void retry() }}
      />
    )
  return (
    <View className="category-page">
      <SearchLink
        className="category-page__search"
        words={t('category.search')}
        onClick={() => void open('list', {})}
      />
      <View className="category-page__panes">
        <CategoryRail categories={categories} chosen={place.parent.id} onChoose={choose} />
        <CategoryShelf place={place} onChoose={(childId) => choose(childId ?? place.parent.id)} />
      </View>
    </View>
  )
}

export default page(CategoryPage)
