import { useQueryClient } from '@tanstack/react-query'
import type { Address, PurchaseSource, Quote } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { quoteQuery } from './use-quote'

/** ms an answer is kept until the page, drawn anew with the code, takes it. */
const UNTIL_DRAWN = 10_000

/**
 * The code that quotes are asked with. A new one is tried first: without an answer the page stays as it was, with the amounts it had,
 * instead of failing as a whole. A code that does not count is kept, too: it stands in nobody's way, and the page says why.
 */
export function useCoupon(source: PurchaseSource, address: Address | null) {
  const { t, locale } = useLocale()
  const client = useQueryClient()
  const [coupon, setCoupon] = useState<string | null>(null)
  const [trying, setTrying] = useState(false)
  const running = useRef(false)

  /** The quote with this code, or the sentence that says why there is none. */
  async function tryCode(code: string | null): Promise<{ quote: Quote } | { failed: string } | null> {
    if (running.current) return null
    running.current = true
    setTrying(true)
    try {
      const asked = quoteQuery({ source, address, coupon: code }, locale)
      const quote = await client.fetchQuery({ ...asked, staleTime: 0, gcTime: UNTIL_DRAWN })
      setCoupon(code)
      return { quote }
    } catch (error) {
      return { failed: errorSentence(error, t) }
    } finally {
      running.current = false
      setTrying(false)
    }
  }

  return { coupon, trying, tryCode }
}
