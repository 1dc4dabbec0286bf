import { View } from '@tarojs/components'
import type { Store } from '@xiaopu/contract'
import type { StoreWish } from '../../features/stores'
import { useLocale } from '../../i18n'
import { Chip, Chips, SearchPill } from '../../ui'

export interface StoreFiltersProps {
  wish: StoreWish
  services: Store['services']
  onWish: (change: Partial<StoreWish>) => void
}

/** What is looked for: words, whether it is open, and what a store does. */
export function StoreFilters({ wish, services, onWish }: StoreFiltersProps) {
  const { t } = useLocale()
  return (
    <View className="store-filters">
      <SearchPill
        label={t('locator.search')}
        value={wish.words}
        placeholder={t('locator.searchHint')}
        maxLength={50}
        onChange={(words) => onWish({ words })}
        onSearch={() => onWish({ words: wish.words.trim() })}
        onClear={() => onWish({ words: '' })}
      />
      <View className="store-filters__chips" ariaLabel={t('locator.filters')}>
        <Chips>
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
        </Chips>
      </View>
    </View>
  )
}
