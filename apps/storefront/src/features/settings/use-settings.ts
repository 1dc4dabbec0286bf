import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { isSignedIn } from '../../api/session'
import { type Locale, setLocale, useLocale } from '../../i18n'
import { confirm, openPrivacyContract, toast } from '../../wechat'
import { emptyApp } from './empty-app'

/** The language of the whole app; what the server translates is asked for again in it. */
export function useLanguage() {
  const { locale } = useLocale()
  const client = useQueryClient()
  return {
    locale,
    choose(chosen: Locale) {
      if (chosen === locale) return
      setLocale(chosen)
      void client.invalidateQueries()
    },
  }
}

/** Signing out, here and at the gateway. Nothing of the shopper stays on the screen. */
export function useSignOut() {
  const { t } = useLocale()
  const [signedIn, setSignedIn] = useState(isSignedIn)
  return {
    signedIn,
    async signOut() {
      const question = {
        title: t('settings.signOutAsk'),
        content: t('settings.signOutHint'),
        confirm: t('settings.signOutYes'),
        cancel: t('common.cancel'),
      }
      if (!(await confirm(question))) return
      // Here it is done in any case: the token is forgotten first, and without a connection it dies by age.
      await api.sessions.signOut().catch(() => undefined)
      setSignedIn(false)
      emptyApp()
      toast(t('settings.signedOut'))
    },
  }
}

export function usePrivacyContract() {
  const { t } = useLocale()
  return async () => {
    const answer = await openPrivacyContract()
    if (answer.status !== 'ok' && answer.status !== 'cancelled') toast(t('settings.privacyFailed'))
  }
}
