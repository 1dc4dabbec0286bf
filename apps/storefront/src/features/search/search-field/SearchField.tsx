import { Input, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon, IconButton } from '../../../ui'
import { MAX_WORDS } from '../search-history/search-history'
import './SearchField.scss'

export interface SearchFieldProps {
  value: string
  onChange: (typed: string) => void
  /** The keyboard's key, or the word on the right. */
  onSearch: () => void
  onClear: () => void
  /** Opens the keyboard at once. */
  focus?: boolean
}

/** Where one types what one looks for. */
export function SearchField({ value, onChange, onSearch, onClear, focus = false }: SearchFieldProps) {
  const { t } = useLocale()
  return (
    <View className="search-field">
      <View className="search-field__pill">
        <Icon name="search" className="search-field__icon" />
        <Input
          className="search-field__input"
          type="text"
          confirmType="search"
          value={value}
          maxlength={MAX_WORDS}
          focus={focus || undefined}
          placeholder={t('list.placeholder')}
          placeholderClass="search-field__hint"
          ariaLabel={t('list.search')}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={onSearch}
        />
        {value !== '' && (
          <IconButton icon="x" size={16} label={t('list.clear')} onClick={onClear} className="search-field__clear" />
        )}
      </View>
      <View className="search-field__go" hoverClass="x-pressed" ariaRole="button" onClick={onSearch}>
        <Text>{t('list.search')}</Text>
      </View>
    </View>
  )
}
