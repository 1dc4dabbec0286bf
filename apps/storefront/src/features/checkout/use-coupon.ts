import { useQueryClient } from '@tanstack/react-query'
import type { Quote } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { type Quoted, quoteQuery } from './use-quote'

/** ms an answer is kept until the page, drawn anew with the code, takes it. */
const UNTIL_DRAWN = 10_000

/**
 * The code that quotes are asked with. A new one is tried first: without an answer the page stays as it was, with the amounts it had,
 * instead of failing as a whole. A code that does not count is kept, too: it stands in nobody's way, and the page says why.
 */
export function useCoupon(quoted: Omit<Quoted, 'coupon'>) {
  const { t, locale } = useLocale()
  const client = useQueryClient()
  const [coupon, setCoupon] = useState<string | null>(null)
  const [preselected, setPreselected] = useState(false)
  const [trying, setTrying] = useState(false)
  const running = useRef(false)
  /** From now on it is the shopper's choice. */
  const decided = useRef(false)
  const preselecting = useRef(false)

  const quoteWith = (code: string | null) =>
    client.fetchQuery({
      ...quoteQuery({ ...quoted, coupon: code }, locale),
      staleTime: 0,
      gcTime: UNTIL_DRAWN,
    })

  /** The quote with this code, or the sentence that says why there is none. */
  async function tryCode(code: string | null): Promise<{ quote: Quote } | { failed: string } | null> {
    if (running.current) return null
    decided.current = true
    running.current = true
    setTrying(true)
    try {
      const quote = await quoteWith(code)
      setCoupon(code)
      setPreselected(false)
      return { quote }
    } catch (error) {
      return { failed: errorSentence(error, t) }
    } finally {
      running.current = false
      setTrying(false)
    }
  }

  /**
   * Uses the best there is, once, for who has not chosen. Nobody waits for it: what the shopper does meanwhile counts, and a
   * code that does not count after all is dropped without a word.
   */
  async function preselect(code: string | null) {
    if (decided.current || preselecting.current) return
    preselecting.current = true
    const quote = code === null ? null : await quoteWith(code).catch(() => null)
    if (!quote?.coupon || decided.current) return
    setCoupon(code)
    setPreselected(true)
  }

  return {
    coupon,
    /** Chosen by us, not by the shopper. */
    preselected,
    trying,
    tryCode,
    preselect,
    /** What is chosen stays so: an order is about to be placed with it. */
    decide: () => {
      decided.current = true
    },
  }
}
