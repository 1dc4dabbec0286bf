import { useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { queryClient } from '../../api/query-client'
import { isSignedIn } from '../../api/session'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import { chooseHistory, keepsHistory } from '../keepsakes/history-choice'
import { keptKeys } from '../keepsakes/kept-keys'
import { clearViews } from '../keepsakes/view-desk'
import { ME } from '../profile/read-me'

/** Whether what is looked at is kept. Who switches it off is asked whether what there is should go, too. */
export function useHistorySwitch() {
  const { t } = useLocale()
  const [keeps, setKeeps] = useState(keepsHistory)

  async function choose(wanted: boolean) {
    setKeeps(wanted)
    try {
      await chooseHistory(wanted)
      void queryClient.invalidateQueries({ queryKey: ME })
      if (wanted) return
      const yes = { confirm: t('account.clearYes'), cancel: t('account.clearNo') }
      if (!(await confirm({ title: t('account.clearAsk'), ...yes }))) return
      await clearViews(isSignedIn())
      await queryClient.resetQueries({ queryKey: keptKeys.history })
    } catch (error) {
      // On this phone it holds; the gateway hears of it with the next visit.
      toast(errorSentence(error, t))
    }
  }

  return { keeps, choose: (wanted: boolean) => void choose(wanted) }
}
