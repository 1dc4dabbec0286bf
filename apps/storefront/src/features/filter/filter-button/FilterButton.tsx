import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { classNames, Icon } from '../../../ui'
import './FilterButton.scss'

export interface FilterButtonProps {
  /** How many things narrow the list now. */
  count: number
  onClick: () => void
}

/** Stands at the end of the sort bar. */
export function FilterButton({ count, onClick }: FilterButtonProps) {
  const { t } = useLocale()
  return (
    <View
      className={classNames('filter-button', count > 0 && 'filter-button--chosen')}
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={count > 0 ? t('filter.openChosen', { count }) : t('filter.open')}
      onClick={onClick}
    >
      <Icon name="sliders-horizontal" size={16} />
      <Text className="filter-button__word">{t('filter.open')}</Text>
      {count > 0 && <Text className="filter-button__count">{String(count)}</Text>}
    </View>
  )
}
