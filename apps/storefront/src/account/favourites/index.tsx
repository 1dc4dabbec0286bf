import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { page, usePageTitle } from '../../app-shell'
import { FavouritesBar } from '../../features/keepsakes/favourites-bar/FavouritesBar'
import { KeptHead } from '../../features/keepsakes/kept-head/KeptHead'
import { KeptRow } from '../../features/keepsakes/kept-row/KeptRow'
import { KeptSkeleton } from '../../features/keepsakes/kept-skeleton/KeptSkeleton'
import { useFavourites, useFavouritesEditing } from '../../features/keepsakes/use-favourites'
import { useLocale } from '../../i18n'
import { Button, EmptyState, LoadMore, LongList, PageState } from '../../ui'
import { open } from '../../wechat'
import '../sentences'

/** What the shopper marked with a heart. */
function FavouritesPage() {
  const { t } = useLocale()
  usePageTitle(t('kept.favourites'))
  // Critical: the list is the page.
  const { rows, total, error, end, more, retry } = useFavourites()
  const edit = useFavouritesEditing(rows?.map(({ id }) => id) ?? [])
  useReachBottom(more)

  if (!rows) return <PageState error={error} onRetry={retry} skeleton={<KeptSkeleton />} />
  if (rows.length === 0 && end === 'end')
    return (
      <View className="x-page">
        <EmptyState
          icon="heart"
          title={t('kept.noFavourites')}
          hint={t('kept.noFavouritesHint')}
          action={{ label: t('cart.look'), onClick: () => void open('home') }}
        />
      </View>
    )
  return (
    <View className="x-page">
      <KeptHead words={t('cart.pieces', { count: total ?? rows.length })}>
        <Button kind="plain" size="small" onClick={() => edit.setEditing(!edit.editing)}>
          {t(edit.editing ? 'cart.done' : 'cart.edit')}
        </Button>
      </KeptHead>
      <LongList items={rows} className="kept-rows">
        {(part) =>
          part.map((row) => (
            <KeptRow
              key={row.id}
              row={row}
              choice={
                edit.editing
                  ? { chosen: edit.chosen.includes(row.id), onChoose: (on) => edit.mark(row.id, on) }
                  : undefined
              }
            />
          ))
        }
      </LongList>
      <LoadMore state={end} onRetry={retry} />
      {edit.editing && (
        <FavouritesBar
          allChosen={edit.allChosen}
          onChooseAll={edit.markAll}
          count={edit.chosen.length}
          onRemove={() => void edit.removeChosen()}
        />
      )}
    </View>
  )
}

export default page(FavouritesPage)
