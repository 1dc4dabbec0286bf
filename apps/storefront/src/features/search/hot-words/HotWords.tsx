import { useLocale } from '../../../i18n'
import { Chip, Chips } from '../../../ui'
import { SearchPart } from '../search-part/SearchPart'
import { useHotWords } from '../use-hot-words'

/** Words worth a try, where one has none of one's own, or they led to nothing. */
export function HotWords({ onPick }: { onPick: (words: string) => void }) {
  const { t } = useLocale()
  const hot = useHotWords()
  if (hot.length === 0) return null
  return (
    <SearchPart title={t('list.hot')}>
      <Chips>
        {hot.map((words) => (
          <Chip key={words} onClick={() => onPick(words)}>
            {words}
          </Chip>
        ))}
      </Chips>
    </SearchPart>
  )
}
