import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { isSignedIn } from '../../api/session'
import { type Locale, setLocale, useLocale } from '../../i18n'
import { confirm, openPrivacyContract, setCartBadge, toast } from '../../wechat'
import { forgetViews } from '../keepsakes/view-desk'

/** What belongs to the shopper and not to the shop. */
const SHOPPERS: readonly unknown[] = ['cart', 'orders', 'me', 'quote', 'addresses', 'favourites', 'history']
const isTheShoppers = ({ queryKey }: { queryKey: readonly unknown[] }) => SHOPPERS.includes(queryKey[0])

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
  const client = useQueryClient()
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
      // Emptied, not removed: tabs that are open below go on looking at the same queries.
      for (const query of client.getQueryCache().findAll({ predicate: isTheShoppers })) query.reset()
      forgetViews()
      setCartBadge(0)
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
