import { useMemo } from 'react'
import { api } from '../../api/client'
import { useLocale } from '../../i18n'
import { useEditMode } from '../edit-mode/use-edit-mode'
import { useWishes, wish } from './favourite-desk'
import { keptKeys } from './kept-keys'
import { rowOf } from './row-facts'
import { useKeptList } from './use-kept-list'
import { useViewLog } from './view-desk'

/** The shopper's favourites, with the prices of now. They need a session, so the first call signs in silently. */
export function useFavourites() {
  const { locale } = useLocale()
  const { kept, total, ...list } = useKeptList(keptKeys.favouriteList(locale), api.favourites.list)
  const log = useViewLog((state) => state.log)
  const wanted = useWishes((state) => state.wanted)
  // What was just taken out is out, before the server has said so.
  const rows = useMemo(
    () => kept?.filter(({ id }) => wanted[id] !== false).map((one) => rowOf(one, log, locale)),
    [kept, wanted, log, locale],
  )
  const leaving = kept && rows ? kept.length - rows.length : 0
  return { ...list, rows, total: total === null ? null : total - leaving }
}

/** Edit mode: choosing what is to be a favourite no longer. @param ids what is on the list so far */
export function useFavouritesEditing(ids: readonly string[]) {
  const { t } = useLocale()
  return useEditMode(
    ids,
    (count) => t('kept.removeAsk', { count }),
    (chosen) => wish(chosen, false),
  )
}
