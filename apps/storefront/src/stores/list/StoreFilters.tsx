import { ScrollView, View } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import type { StoreWish } from '../../features/stores'
import { useLocale } from '../../i18n'
import { Chip, SearchPill } from '../../ui'

/** The stores one under the other, or where they are. */
export type StoresView = 'list' | 'map'

export interface StoreFiltersProps {
  wish: StoreWish
  services: Store['services']
  /** Where there are stores; one alone is nothing to choose from. */
  cities: readonly string[]
  /** null is all of them. */
  city: string | null
  onWish: (change: Partial<StoreWish>) => void
  view: StoresView
  onView: (view: StoresView) => void
}

/** What is looked for: words, whether it is open, what a store does, and the city; and how it is shown. Two rows, as the stores are what one came for. */
export function StoreFilters({ wish, services, cities, city, onWish, view, onView }: StoreFiltersProps) {
  const { t } = useLocale()
  const other = view === 'map' ? 'list' : 'map'
  return (
    <View className="store-filters">
      <View className="store-filters__top">
        <SearchPill
          className="store-filters__words"
          label={t('locator.search')}
          value={wish.words}
          placeholder={t('locator.searchHint')}
          maxLength={50}
          onChange={(words) => onWish({ words })}
          onSearch={() => onWish({ words: wish.words.trim() })}
          onClear={() => onWish({ words: '' })}
        />
        <Chip className="store-filters__view" onClick={() => onView(other)}>
          {t(`locator.as_${other}`)}
        </Chip>
      </View>
      <ScrollView scrollX enhanced showScrollbar={false} className="store-filters__row">
        <View className="store-filters__chips" ariaLabel={t('locator.filters')}>
          <Chip chosen={wish.openOnly} onClick={() => onWish({ openOnly: !wish.openOnly })}>
            {t('locator.openNow')}
          </Chip>
          {services.map((service) => (
            <Chip
              key={service}
              chosen={wish.service === service}
              onClick={() => onWish({ service: wish.service === service ? null : service })}
            >
              {t(`stores.${service}`)}
            </Chip>
          ))}
        </View>
        {cities.length > 1 && (
          <View className="store-filters__chips store-filters__chips--cities" ariaLabel={t('stores.city')}>
            {[null, ...cities].map((one) => (
              <Chip key={one ?? 'all'} chosen={one === city} onClick={() => onWish({ city: one })}>
                {one ?? t('stores.allCities')}
              </Chip>
            ))}
          </View>
        )}
      </ScrollView>
    </View>
  )
}
