import { Text, View } from '@tarojs/components'
import type { Facet } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Switch } from '../../../ui'
import type { Filter, FilterAct } from '../filter'
import { offerOf } from '../offer'
import type { PriceProblem } from '../price-range'
import { FacetChips } from './FacetChips'
import { PriceFields } from './PriceFields'

export interface FilterChoicesProps {
  facets: readonly Facet[]
  filter: Filter
  act: (act: FilterAct) => void
  problem: PriceProblem | null
}

export function FilterChoices({ facets, filter, act, problem }: FilterChoicesProps) {
  const { t } = useLocale()
  const { choices, price, inStock } = offerOf(facets, filter)
  if (choices.length === 0 && !price && !inStock)
    return <Text className="filter-sheet__nothing">{t('filter.nothing')}</Text>
  return (
    <>
      {inStock && (
        <Switch
          className="filter-sheet__part"
          checked={filter.inStock}
          label={t('filter.inStock')}
          onChange={(only) => act({ type: 'in stock', only })}
        />
      )}
      {price && (
        <View className="filter-sheet__part">
          <Text className="filter-sheet__name">{t('filter.price')}</Text>
          <PriceFields typed={filter.price} range={price} problem={problem} act={act} />
        </View>
      )}
      {choices.map((choice) => (
        <FacetChips key={choice.id} choice={choice} act={act} />
      ))}
    </>
  )
}
