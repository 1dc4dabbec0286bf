import { ScrollView, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Chip } from '../../../ui'
import type { Chosen } from '../chosen-words'
import type { FilterAct } from '../filter'
import './ChosenFilters.scss'

export interface ChosenFiltersProps {
  chosen: readonly Chosen[]
  act: (act: FilterAct) => void
}

/** What narrows the list, each to be taken back with a tap, in one row however much there is. */
export function ChosenFilters({ chosen, act }: ChosenFiltersProps) {
  const { t } = useLocale()
  if (chosen.length === 0) return null
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="chosen-filters" ariaLabel={t('filter.chosen')}>
      <View className="chosen-filters__row">
        {chosen.map(({ key, words, colour, without }) => (
          <Chip
            key={key}
            removable
            colour={colour}
            label={t('filter.remove', { words })}
            className="chosen-filters__chip"
            onClick={() => act(without)}
          >
            {words}
          </Chip>
        ))}
        {chosen.length > 1 && (
          <View
            className="chosen-filters__clear"
            hoverClass="x-pressed"
            ariaRole="button"
            ariaLabel={t('filter.clear')}
            onClick={() => act({ type: 'reset' })}
          >
            <Text>{t('filter.clear')}</Text>
          </View>
        )}
      </View>
    </ScrollView>
  )
}
