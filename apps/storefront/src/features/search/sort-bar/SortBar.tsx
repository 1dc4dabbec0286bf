import { Text, View } from '@tarojs/components'
import type { ProductSort } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { classNames, Icon } from '../../../ui'
import { afterTap, keyOf, SORT_KEYS, type SortKey } from './sort-order'
import './SortBar.scss'

export interface SortBarProps {
  sort: ProductSort
  onChange: (sort: ProductSort) => void
}

/** In which order the goods stand. */
export function SortBar({ sort, onChange }: SortBarProps) {
  const { t } = useLocale()
  const spoken = (key: SortKey) => {
    if (key !== 'price' || keyOf(sort) !== 'price') return t(`list.${key}`)
    return t(sort === 'price_asc' ? 'list.priceAscending' : 'list.priceDescending')
  }
  return (
    <View className="sort-bar" ariaRole="tablist" ariaLabel={t('list.sort')}>
      {SORT_KEYS.map((key) => (
        <View
          key={key}
          className={classNames('sort-bar__key', key === keyOf(sort) && 'sort-bar__key--chosen')}
          hoverClass="x-pressed"
          ariaRole="tab"
          ariaSelected={key === keyOf(sort)}
          ariaLabel={spoken(key)}
          onClick={() => onChange(afterTap(sort, key))}
        >
          <Text>{t(`list.${key}`)}</Text>
          {key === 'price' &&
            (keyOf(sort) === 'price' ? (
              <Icon
                name="chevron-down"
                size={16}
                className={classNames('sort-bar__way', sort === 'price_asc' && 'sort-bar__way--up')}
              />
            ) : (
              <Icon name="arrow-up-down" size={16} className="sort-bar__way" />
            ))}
        </View>
      ))}
    </View>
  )
}
