import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Icon, IconButton } from '../../../ui'
import './OrderSearch.scss'

/** As many characters as the gateway looks for. */
const MOST = 50

/** Looks among one's own orders; an empty word is all of them. */
export function OrderSearch({ onSearch }: { onSearch: (q: string) => void }) {
  const { t } = useLocale()
  const [typed, setTyped] = useState('')
  function clear() {
    setTyped('')
    onSearch('')
  }
  return (
    <View className="order-search">
      <Icon name="search" size={16} />
      <Input
        className="order-search__input"
        type="text"
        confirmType="search"
        value={typed}
        maxlength={MOST}
        placeholder={t('care.search')}
        placeholderClass="order-search__hint"
        ariaLabel={t('care.searchLabel')}
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={() => onSearch(typed.trim())}
      />
      {typed !== '' && <IconButton icon="x" size={16} label={t('care.searchClear')} onClick={clear} />}
    </View>
  )
}
