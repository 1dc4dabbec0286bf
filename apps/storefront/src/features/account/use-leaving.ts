import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { forgetAllBut, open, toast } from '../../wechat'
import { chooseAnew } from '../addresses/chosen-address'
import { forgetSearches } from '../search/search-history/use-search-history'
import { emptyApp } from '../settings/empty-app'

/** How the phone is set is the phone's, not the shopper's. */
const PHONES = ['locale', 'text-size']

/** The end of the account: what it would do, what stands in its way, and the word that does it. */
export function useLeaving() {
  const { t } = useLocale()
  const { data, error, refetch } = useQuery({
    queryKey: ['deletion'],
    queryFn: ({ signal }) => api.me.deletion({ signal }),
    // What stands in the way may be gone by the next visit.
    staleTime: 0,
  })
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const word = t('account.word')

  async function leave() {
    setBusy(true)
    try {
      await api.me.remove()
    } catch (refusal) {
      setBusy(false)
      toast(errorSentence(refusal, t))
      // What has come into the way since is on the page then.
      return void refetch()
    }
    // The token is dead already: this only takes it off the phone.
    await api.sessions.signOut().catch(() => undefined)
    emptyApp()
    forgetSearches()
    chooseAnew()
    forgetAllBut(PHONES)
    await open('home')
    toast(t('account.left'))
  }

  return {
    outlook: data,
    error: data ? null : error,
    retry: () => void refetch({ cancelRefetch: false }),
    word,
    typed,
    setTyped,
    busy,
    mayLeave: data?.blockers.length === 0 && typed.trim().toUpperCase() === word,
    leave: () => void leave(),
  }
}
