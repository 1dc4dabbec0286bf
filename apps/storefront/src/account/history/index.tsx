import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { dayWords } from '../../features/keepsakes/days'
import { KeptHead } from '../../features/keepsakes/kept-head/KeptHead'
import { KeptRow } from '../../features/keepsakes/kept-row/KeptRow'
import { KeptSkeleton } from '../../features/keepsakes/kept-skeleton/KeptSkeleton'
import { useHistory } from '../../features/keepsakes/use-history'
import { useLocale } from '../../i18n'
import { EmptyState, IconButton, LoadMore, LongList, PageState } from '../../ui'
import { open } from '../../wechat'
import '../sentences'

/** In one part of the list: some screens, as few look at more than a handful of goods a day. */
const DAYS = 5

/** What the shopper looked at, by day. */
function HistoryPage() {
  const { t } = useLocale()
  usePageTitle(t('kept.history'))
  // Critical: the list is the page.
  const { days, error, end, more, retry, clear } = useHistory()
  useReachBottom(more)

  if (!days) return <PageState error={error} onRetry={retry} skeleton={<KeptSkeleton />} />
  if (days.length === 0)
    return (
      <View className="x-page">
        <EmptyState
          icon="clock"
          title={t('kept.noHistory')}
          hint={t('kept.noHistoryHint')}
          action={{ label: t('cart.look'), onClick: () => void open('home') }}
        />
      </View>
    )
  return (
    <View className="x-page">
      <LongList items={days} size={DAYS} rows={days.reduce((sum, { rows }) => sum + rows.length, 0)}>
        {(part) =>
          part.map(({ day, rows }) => (
            <View key={day}>
              <KeptHead words={dayWords(day, Date.now(), t)}>
                {day === days[0]?.day && (
                  <IconButton icon="trash-2" size={20} label={t('kept.clear')} onClick={() => void clear()} />
                )}
              </KeptHead>
              <LongList items={rows} className="kept-rows">
                {(some) => some.map((row) => <KeptRow key={row.id} row={row} />)}
              </LongList>
            </View>
          ))
        }
      </LongList>
      <LoadMore state={end} onRetry={retry} />
    </View>
  )
}

export default page(HistoryPage)
