import { Text, View } from '@tarojs/components'
import { useLocale } from '../../../i18n'
import { SearchPill } from '../../../ui'
import { useScan } from '../../scan/use-scan'
import { MAX_WORDS } from '../search-history/search-history'
import './SearchField.scss'

export interface SearchFieldProps {
  value: string
  onChange: (typed: string) => void
  onCompose: (composing: boolean) => void
  /** The keyboard's key, or the word on the right. */
  onSearch: () => void
  onClear: () => void
  /** Opens the keyboard at once. */
  focus?: boolean
}

/** Where one types what one looks for in the shop, or scans it. */
export function SearchField({ onSearch, ...typing }: SearchFieldProps) {
  const { t } = useLocale()
  const scanAndOpen = useScan()
  return (
    <View className="search-field">
      <SearchPill
        {...typing}
        className="search-field__pill"
        label={t('list.search')}
        placeholder={t('list.placeholder')}
        maxLength={MAX_WORDS}
        onSearch={onSearch}
        scan={{ label: t('home.scan'), onClick: () => void scanAndOpen() }}
      />
      <View className="search-field__go" hoverClass="x-pressed" ariaRole="button" onClick={onSearch}>
        <Text>{t('list.search')}</Text>
      </View>
    </View>
  )
}
