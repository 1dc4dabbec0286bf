import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { SearchPill } from '../../../ui'

/** As many characters as the gateway looks for. */
const MOST = 50

export interface OrderSearchProps {
  onSearch: (q: string) => void
  className?: string
}

/** Looks among one's own orders; an empty word is all of them. */
export function OrderSearch({ onSearch, className }: OrderSearchProps) {
  const { t } = useLocale()
  const [typed, setTyped] = useState('')
  return (
    <SearchPill
      className={className}
      label={t('care.searchLabel')}
      placeholder={t('care.search')}
      maxLength={MOST}
      value={typed}
      onChange={setTyped}
      onSearch={() => onSearch(typed.trim())}
      onClear={() => {
        setTyped('')
        onSearch('')
      }}
    />
  )
}
