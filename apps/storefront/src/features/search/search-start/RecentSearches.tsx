import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, Chip, Chips, IconButton } from '../../../ui'
import { confirm } from '../../../wechat'
import { SearchPart } from '../search-part/SearchPart'
import type { SearchStartProps } from './SearchStart'

/** What this phone looked for lately. One of them goes by its cross, all of them by the bin, which asks. */
export function RecentSearches({ history, onPick, onRemove, onClear }: Omit<SearchStartProps, 'categories'>) {
  const { t } = useLocale()
  const [removing, setRemoving] = useState(false)
  const askAndClear = async () => {
    const yes = { confirm: t('list.clearHistoryYes'), cancel: t('common.cancel') }
    if (await confirm({ title: t('list.clearHistoryAsk'), ...yes })) onClear()
  }
  const action = (
    <>
      <Button kind="plain" size="small" className="search-start__edit" onClick={() => setRemoving(!removing)}>
        {t(removing ? 'cart.done' : 'cart.edit')}
      </Button>
      <IconButton icon="trash-2" size={20} label={t('list.clearHistory')} onClick={() => void askAndClear()} />
    </>
  )
  return (
    <SearchPart title={t('list.history')} action={action}>
      <Chips>
        {history.map((words) => (
          <Chip
            key={words}
            removable={removing}
            label={removing ? t('list.removeFromHistory', { words }) : undefined}
            onClick={() => (removing ? onRemove(words) : onPick(words))}
          >
            {words}
          </Chip>
        ))}
      </Chips>
    </SearchPart>
  )
}
