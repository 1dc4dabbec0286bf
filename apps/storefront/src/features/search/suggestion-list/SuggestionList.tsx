import { Text, View } from '@tarojs/components'
import type { Suggestion } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Icon, type IconName } from '../../../ui'
import { wordsOf } from '../search-history/search-history'
import './SuggestionList.scss'

export interface SuggestionListProps {
  typed: string
  /** Undefined while they are on their way, or could not be had. */
  suggestions: readonly Suggestion[] | undefined
  onSearch: (words: string) => void
  onCategory: (id: string) => void
  onProduct: (id: string) => void
}

/** What half-typed words may become; on top what was typed, as it was. */
export function SuggestionList({ typed, suggestions = [], onSearch, onCategory, onProduct }: SuggestionListProps) {
  const { t } = useLocale()
  const words = wordsOf(typed)
  const row = (suggestion: Suggestion) => {
    if (suggestion.kind === 'category') {
      const { categoryId: id, name } = suggestion
      return (
        <Row key={`c${id}`} icon="layout-grid" words={name} note={t('list.category')} onClick={() => onCategory(id)} />
      )
    }
    if (suggestion.kind === 'product') {
      const { productId: id, name } = suggestion
      return <Row key={`p${id}`} icon="package" words={name} note={t('list.product')} onClick={() => onProduct(id)} />
    }
    const note = t('list.found', { count: suggestion.count })
    return (
      <Row
        key={`w${suggestion.words}`}
        icon="search"
        words={suggestion.words}
        note={note}
        onClick={() => onSearch(suggestion.words)}
      />
    )
  }
  const same = (suggestion: Suggestion) => suggestion.kind === 'words' && suggestion.words === words
  return (
    <View className="suggestions" ariaRole="list" ariaLabel={t('list.suggestions')}>
      {!suggestions.some(same) && (
        <Row icon="search" words={t('list.searchFor', { words })} onClick={() => onSearch(words)} />
      )}
      {suggestions.map(row)}
    </View>
  )
}

interface RowProps {
  icon: IconName
  words: string
  /** How many, or what kind of thing it is. */
  note?: string
  onClick: () => void
}

function Row({ icon, words, note, onClick }: RowProps) {
  return (
    <View
      className="suggestions__row"
      hoverClass="x-pressed"
      ariaRole="button"
      ariaLabel={[words, note].filter(Boolean).join(' ')}
      onClick={onClick}
    >
      <Icon name={icon} size={20} className="suggestions__icon" />
      <Text className="suggestions__words">{words}</Text>
      {note && <Text className="suggestions__note">{note}</Text>}
    </View>
  )
}
