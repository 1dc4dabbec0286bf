import { ScrollView, View } from '@tarojs/components'
import { useLocale } from '../../i18n'
import { Chip } from '../../ui'

export interface CityFilterProps {
  cities: readonly string[]
  /** null is all of them. */
  chosen: string | null
  onChoose: (city: string | null) => void
}

export function CityFilter({ cities, chosen, onChoose }: CityFilterProps) {
  const { t } = useLocale()
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="city-filter">
      <View className="city-filter__row" ariaLabel={t('stores.city')}>
        {[null, ...cities].map((city) => (
          <View key={city ?? 'all'} className="city-filter__city">
            <Chip chosen={city === chosen} onClick={() => onChoose(city)}>
              {city ?? t('stores.allCities')}
            </Chip>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
