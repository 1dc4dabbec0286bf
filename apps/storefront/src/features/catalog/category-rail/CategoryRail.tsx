import { ScrollView, Text, View } from '@tarojs/components'
import type { Category } from '@xiaopu/contract'
import { classNames } from '../../../ui'
import './CategoryRail.scss'

export interface CategoryRailProps {
  categories: readonly Category[]
  chosen: string
  onChoose: (id: string) => void
}

/** The first level of the tree, down the left side. */
export function CategoryRail({ categories, chosen, onChoose }: CategoryRailProps) {
  return (
    <ScrollView scrollY enhanced showScrollbar={false} className="category-rail">
      <View ariaRole="tablist">
        {categories.map(({ id, name }) => (
          <View
            key={id}
            className={classNames('category-rail__name', id === chosen && 'category-rail__name--chosen')}
            hoverClass="x-pressed"
            ariaRole="tab"
            ariaSelected={id === chosen}
            ariaLabel={name}
            onClick={() => onChoose(id)}
          >
            <Text className="category-rail__words">{name}</Text>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
