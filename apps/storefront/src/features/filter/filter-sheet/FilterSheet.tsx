import { View } from '@tarojs/components'
import { useState } from 'react'
import { useLocale } from '../../../i18n'
import { Button, ButtonRow, LoadState, Sheet } from '../../../ui'
import { toast } from '../../../wechat'
import type { Shelf } from '../../catalog'
import { type Filter, type FilterAct, filterAfter } from '../filter'
import { problemOf } from '../price-range'
import { useFilterDraft } from '../use-filter-draft'
import { FilterChoices } from './FilterChoices'
import './FilterSheet.scss'
import { FilterSkeleton } from './FilterSkeleton'

export interface FilterSheetProps {
  open: boolean
  /** What is narrowed: the list as it would be without a filter. */
  shelf: Shelf
  filter: Filter
  onClose: () => void
  /** Told of a filter whose price makes sense. Closing the sheet is the caller's. */
  onDone: (filter: Filter) => void
}

/** By what the list can be narrowed. The cross leaves it as it was. */
export function FilterSheet({ open, shelf, filter, onClose, onDone }: FilterSheetProps) {
  const { t } = useLocale()
  const { draft, act, facets, count, error, retry } = useFilterDraft(open, shelf, filter)
  const [tried, setTried] = useState(false)
  const problem = problemOf(draft.price)
  const actOrSayWhy = (next: FilterAct) => {
    setTried(false)
    if (next.type === 'tap' && filterAfter(draft, next) === draft) toast(t('filter.tooMany'))
    else act(next)
  }
  const done = () => {
    setTried(problem !== null)
    if (problem === null) onDone(draft)
    // The field that says so may have scrolled out of sight.
    else toast(t(problem === 'order' ? 'filter.priceOrder' : 'filter.priceWrong'))
  }
  const footer = (
    <ButtonRow>
      <Button kind="outline" className="filter-sheet__reset" onClick={() => actOrSayWhy({ type: 'reset' })}>
        {t('filter.reset')}
      </Button>
      <Button onClick={done}>
        {count === null || problem !== null ? t('filter.done') : t('filter.doneCount', { count })}
      </Button>
    </ButtonRow>
  )
  return (
    <Sheet open={open} onClose={onClose} title={t('filter.title')} footer={footer}>
      <View className="filter-sheet">
        {facets ? (
          <FilterChoices facets={facets} filter={draft} act={actOrSayWhy} problem={tried ? problem : null} />
        ) : (
          <LoadState error={error} onRetry={retry} skeleton={<FilterSkeleton />} />
        )}
      </View>
    </Sheet>
  )
}
