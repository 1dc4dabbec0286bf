import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { dayWords } from '../../features/keepsakes/days'
import { KeptHead } from '../../features/keepsakes/kept-head/KeptHead'
import { KeptRow } from '../../features/keepsakes/kept-row/KeptRow'
import { KeptSkeleton } from '../../features/keepsakes/kept-skeleton/KeptSkeleton'
import { useHistory } from '../../features/keepsakes/use-history'
import { useLocale } from '../../i18n'
import { EmptyState, IconButton, LoadMore, PageState } from '../../ui'
import { open } from '../../wechat'
import '../sentences'

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
      {days.map(({ day, rows }, place) => (
        <View key={day}>
          <KeptHead words={dayWords(day, Date.now(), t)}>
            {place === 0 && (
              <IconButton icon="trash-2" size={20} label={t('kept.clear')} onClick={() => void clear()} />
            )}
          </KeptHead>
          <View className="kept-rows">
            {rows.map((row) => (
              <KeptRow key={row.id} row={row} />
            ))}
          </View>
        </View>
      ))}
      <LoadMore state={end} onRetry={retry} />
    </View>
  )
}

export default page(HistoryPage)
