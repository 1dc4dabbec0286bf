import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, Chip, Chips } from '../../../ui'
import type { FilterAct } from '../filter'
import type { Offer, OfferedValue } from '../offer'

/** More than these would push what is below out of sight. */
const SHOWN = 8

export interface FacetChipsProps {
  choice: Offer['choices'][number]
  act: (act: FilterAct) => void
}

/** The values of one facet with how many goods each leads to. A chosen one is shown wherever it stands. */
export function FacetChips({ choice: { id, name, values }, act }: FacetChipsProps) {
  const { t } = useLocale()
  const [all, setAll] = useState(false)
  const folds = values.length > SHOWN + 1
  const shown = all || !folds ? values : values.filter(({ chosen }, place) => chosen || place < SHOWN)
  const spoken = ({ name: value, count }: OfferedValue) => t('filter.valueSpoken', { value, count })
  const tap = ({ id: valueId, name: value, colour }: OfferedValue) =>
    act({ type: 'tap', facet: { id, name }, value: { id: valueId, name: value, colour } })
  return (
    <View className="filter-sheet__part">
      <Text className="filter-sheet__name">{name}</Text>
      <Chips>
        {shown.map((value) => (
          <Chip
            key={value.id}
            chosen={value.chosen}
            colour={value.colour}
            note={String(value.count)}
            label={spoken(value)}
            className={value.count === 0 && !value.chosen ? 'filter-sheet__empty' : undefined}
            onClick={() => tap(value)}
          >
            {value.name}
          </Chip>
        ))}
      </Chips>
      {folds && (
        <Button kind="plain" size="small" className="filter-sheet__more" onClick={() => setAll(!all)}>
          {all ? t('filter.fewerValues') : t('filter.moreValues', { count: values.length })}
        </Button>
      )}
    </View>
  )
}
