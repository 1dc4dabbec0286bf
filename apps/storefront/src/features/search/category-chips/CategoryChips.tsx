import type { Category } from '@xiaopu/contract'
import { useLocale } from '../../../i18n'
import { Chip, Chips } from '../../../ui'
import { open } from '../../../wechat'
import { SearchPart } from '../search-part/SearchPart'

/** The categories as a way on, where words have not found anything, or none were typed. */
export function CategoryChips({ categories }: { categories: readonly Category[] }) {
  const { t } = useLocale()
  if (categories.length === 0) return null
  return (
    <SearchPart title={t('list.categories')}>
      <Chips>
        {categories.map(({ id, name }) => (
          <Chip key={id} onClick={() => void open('category', { id })}>
            {name}
          </Chip>
        ))}
      </Chips>
    </SearchPart>
  )
}
