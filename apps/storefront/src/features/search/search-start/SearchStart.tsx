import { Text, View } from '@tarojs/components'
import type { Category } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Chip, Chips, IconButton } from '../../../ui'
import { confirm, open } from '../../../wechat'
import type { SearchHistory } from '../search-history/search-history'
import './SearchStart.scss'

/** The categories as a way on, where words have not found anything, or none were typed. */
export function CategoryChips({ categories }: { categories: readonly Category[] }) {
  const { t } = useLocale()
  if (categories.length === 0) return null
  return (
    <View className="search-start__part">
      <View className="search-start__head">
        <Text className="search-start__title">{t('list.categories')}</Text>
      </View>
      <Chips>
        {categories.map(({ id, name }) => (
          <Chip key={id} onClick={() => void open('category', { id })}>
            {name}
          </Chip>
        ))}
      </Chips>
    </View>
  )
}

export interface SearchStartProps {
  history: SearchHistory
  categories: readonly Category[]
  onPick: (words: string) => void
  onClear: () => void
}

/** Before the first word: what this phone looked for lately, and the categories. */
export function SearchStart({ history, categories, onPick, onClear }: SearchStartProps) {
  const { t } = useLocale()
  const askAndClear = async () => {
    const yes = { confirm: t('list.clearHistoryYes'), cancel: t('common.cancel') }
    if (await confirm({ title: t('list.clearHistoryAsk'), ...yes })) onClear()
  }
  return (
    <View className="search-start">
      {history.length > 0 && (
        <View className="search-start__part">
          <View className="search-start__head">
            <Text className="search-start__title">{t('list.history')}</Text>
            <IconButton icon="trash-2" size={20} label={t('list.clearHistory')} onClick={() => void askAndClear()} />
          </View>
          <Chips>
            {history.map((words) => (
              <Chip key={words} onClick={() => onPick(words)}>
                {words}
              </Chip>
            ))}
          </Chips>
        </View>
      )}
      <CategoryChips categories={categories} />
    </View>
  )
}
