import { isApiError } from '@xiaopu/api-client'
import { useRef, useState } from 'react'
import { useLocale } from '../i18n'
import { toast } from '../wechat'
import { errorSentence } from './error-sentence'

/** Another phone was faster: the thing is not there any more. */
export const isGone = (error: unknown) => isApiError(error) && error.code === 'not_found'

/**
 * Acts on the things of a list, one after the other: a tap while one runs does nothing. A failure is told, and the list read
 * again. `busy` is the id of the one concerned.
 */
export function useOneAtATime({ gone, reread }: { gone: string; reread: () => Promise<unknown> }) {
  const { t } = useLocale()
  const running = useRef(false)
  const [busy, setBusy] = useState<string | null>(null)

  async function alone(id: string, act: () => Promise<void>) {
    if (running.current) return
    running.current = true
    setBusy(id)
    try {
      await act()
    } catch (error) {
      toast(isGone(error) ? gone : errorSentence(error, t))
      await reread()
    } finally {
      running.current = false
      setBusy(null)
    }
  }

  return { busy, alone }
}
