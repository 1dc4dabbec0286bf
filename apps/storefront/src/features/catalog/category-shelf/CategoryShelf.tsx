import { ScrollView, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { EmptyState, LoadMore, LoadState } from '../../../ui'
import { ProductGridSkeleton, ProductList } from '../../product'
import type { CategoryPlace } from '../category-path'
import { useShelf } from '../use-shelf'
import { CategoryHead } from './CategoryHead'
import './CategoryShelf.scss'

export interface CategoryShelfProps {
  place: CategoryPlace
  onChoose: (childId: string | null) => void
}

/** The chosen category: its name and second level stay, its goods scroll below them. */
export function CategoryShelf({ place, onChoose }: CategoryShelfProps) {
  const { parent, childId } = place
  return (
    <View className="category-shelf">
      <CategoryHead key={`head of ${parent.id}`} place={place} onChoose={onChoose} />
      {/* Another category starts at the top: a scroll-view of its own. */}
      <Goods key={`goods of ${childId ?? parent.id}`} place={place} onChoose={onChoose} />
    </View>
  )
}

function Goods({ place: { parent, childId }, onChoose }: CategoryShelfProps) {
  const { t } = useLocale()
  const { products, error, end, more, retry } = useShelf({ category: childId ?? parent.id })
  if (!products) {
    const bones = (
      <View className="category-shelf__inner">
        <ProductGridSkeleton count={6} />
      </View>
    )
    return <LoadState error={error} onRetry={retry} skeleton={bones} />
  }
  if (products.length === 0) {
    const all = { label: t('category.noneAction', { name: parent.name }), onClick: () => onChoose(null) }
    return (
      <EmptyState title={t('category.noneTitle')} action={childId ? all : { label: t('ui.retry'), onClick: retry }} />
    )
  }
  return (
    <ScrollView
      scrollY
      enhanced
      showScrollbar={false}
      className="category-shelf__scroll"
      lowerThreshold={300}
      onScrollToLower={more}
    >
      <View className="category-shelf__inner">
        <ProductList products={products} size="compact" />
        <LoadMore state={end} onRetry={retry} />
      </View>
    </ScrollView>
  )
}
