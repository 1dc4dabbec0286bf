import { useMemo, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { queryClient } from '../../api/query-client'
import { isSignedIn } from '../../api/session'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import { byDay } from './days'
import { keptKeys } from './kept-keys'
import { rowOf, rowOfView } from './row-facts'
import { useKeptList } from './use-kept-list'
import { clearViews, tellViews, useViewLog } from './view-desk'

/** What was seen here and not told yet goes first: the list is then whole. */
const readHistory: typeof api.history.list = async (query, options) => {
  if (query?.cursor === undefined) await tellViews()
  return api.history.list(query, options)
}

/** What the shopper looked at, on any phone; for a guest what this phone remembers. Looking at it signs nobody in. */
export function useHistory() {
  const { locale, t } = useLocale()
  const [signedIn] = useState(isSignedIn)
  const { kept, error, end, ...list } = useKeptList(keptKeys.historyList(locale), readHistory, signedIn)
  const log = useViewLog((state) => state.log)
  const rows = useMemo(
    () => (signedIn ? kept?.map((one) => rowOf(one, log, locale)) : log.map((one) => rowOfView(one, locale))),
    [signedIn, kept, log, locale],
  )
  const days = useMemo(() => rows && byDay(rows), [rows])
  return {
    ...list,
    days,
    error: signedIn ? error : null,
    end: signedIn ? end : 'end',
    async clear() {
      const yes = { confirm: t('list.clearHistoryYes'), cancel: t('common.cancel') }
      if (!(await confirm({ title: t('kept.clearAsk'), ...yes }))) return
      try {
        await clearViews(signedIn)
      } catch (refusal) {
        toast(errorSentence(refusal, t))
      }
      await queryClient.resetQueries({ queryKey: keptKeys.history })
    },
  } as const
}
