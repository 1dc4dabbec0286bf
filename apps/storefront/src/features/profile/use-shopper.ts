import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { isSignedIn } from '../../api/session'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { ME, readMe } from './read-me'

/**
 * Who the shopper is, if they are signed in. Looking at the page signs nobody in: that is left to the first act that needs it,
 * or to a tap on the name.
 */
export function useShopper() {
  const { t } = useLocale()
  const [signedIn, setSignedIn] = useState(isSignedIn)
  const [asked, setAsked] = useState(false)
  const { data, isFetching, refetch } = useQuery({
    queryKey: ME,
    queryFn: readMe,
    enabled: signedIn,
  })
  useDidShow(() => setSignedIn(isSignedIn()))

  return {
    shopper: signedIn ? data : undefined,
    signedIn,
    signingIn: asked && isFetching,
    async signIn() {
      setAsked(true)
      const { error } = await refetch()
      if (error) toast(errorSentence(error, t))
      setSignedIn(isSignedIn())
    },
  }
}
