import { Input, Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { Icon, IconButton } from '../../../ui'
import { useScan } from '../../scan/use-scan'
import { MAX_WORDS } from '../search-history/search-history'
import './SearchField.scss'

export interface SearchFieldProps {
  value: string
  onChange: (typed: string) => void
  /** The input method begins a word it has yet to make of its letters, or is done with it. Not every one tells. */
  onCompose: (composing: boolean) => void
  /** The keyboard's key, or the word on the right. */
  onSearch: () => void
  onClear: () => void
  /** Opens the keyboard at once. */
  focus?: boolean
}

/** Where one types what one looks for, or scans it. */
export function SearchField({ value, onChange, onCompose, onSearch, onClear, focus = false }: SearchFieldProps) {
  const { t } = useLocale()
  const scanAndOpen = useScan()
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
          onKeyboardCompositionStart={() => onCompose(true)}
          onKeyboardCompositionEnd={() => onCompose(false)}
          onBlur={() => onCompose(false)}
          onConfirm={onSearch}
        />
        {value === '' ? (
          <IconButton icon="scan-line" size={20} label={t('home.scan')} onClick={() => void scanAndOpen()} />
        ) : (
          <IconButton icon="x" size={16} label={t('list.clear')} onClick={onClear} className="search-field__clear" />
        )}
      </View>
      <View className="search-field__go" hoverClass="x-pressed" ariaRole="button" onClick={onSearch}>
        <Text>{t('list.search')}</Text>
      </View>
    </View>
  )
}
