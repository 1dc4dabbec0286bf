import { ScrollView, Text, View } from '@tarojs/components'
import type { CategoryLeaf } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { classNames, Picture } from '../../../ui'
import type { CategoryPlace } from '../category-path'
import './CategoryHead.scss'

export interface CategoryHeadProps {
  place: CategoryPlace
  /** Of the second level; null is all. */
  onChoose: (childId: string | null) => void
}

/** Where one is, how much there is of it, and the second level with a photograph of each. */
export function CategoryHead({ place: { parent, childId }, onChoose }: CategoryHeadProps) {
  const { t } = useLocale()
  const shown: CategoryLeaf = parent.children.find(({ id }) => id === childId) ?? parent
  const all = { id: null, name: t('category.all'), picture: parent.picture }
  return (
    <View className="category-head">
      <View className="category-head__title">
        <Text className="category-head__name">{shown.name}</Text>
        <Text className="category-head__count">{t('category.count', { count: shown.productCount })}</Text>
      </View>
      {parent.children.length > 0 && (
        <ScrollView scrollX enhanced showScrollbar={false} className="category-head__children">
          <View className="category-head__row" ariaRole="tablist">
            {[all, ...parent.children].map(({ id, name, picture }) => (
              <View
                key={id ?? 'all'}
                className={classNames('category-head__child', id === childId && 'category-head__child--chosen')}
                hoverClass="x-pressed"
                ariaRole="tab"
                ariaSelected={id === childId}
                ariaLabel={name}
                onClick={() => onChoose(id)}
              >
                <View className="category-head__ring">
                  <Picture picture={picture} slot="thumb" shape="round" label="" />
                </View>
                <Text className="category-head__child-name">{name}</Text>
              </View>
            ))}
          </View>
        </ScrollView>
      )}
    </View>
  )
}
