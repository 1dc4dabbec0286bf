import { useQueryClient } from '@tanstack/react-query'
import type { Quote } from '@xiaopu/contract'
import { useRef, useState } from 'react'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { type Quoted, quoteQuery } from './use-quote'

/** ms an answer is kept until the page, drawn anew with the codes, takes it. */
const UNTIL_DRAWN = 10_000

/** What was tried: `taken` is false where the choice stays as it was, because what was added does not count. */
export type Tried = { quote: Quote; taken: boolean } | { failed: string } | null

/** What the wallet's best is for: which goods, and what they cost without it. */
export interface Weighed {
  /** Codes; empty where none counts. */
  best: readonly string[]
  goods: string
  quote: Pick<Quote, 'amounts'>
}

/**
 * The codes that quotes are asked with. New ones are tried first: without an answer the page stays as it was, with the amounts it had,
 * instead of failing as a whole. A code that does not count is kept where there is no other: it stands in nobody's way,
 * and the page says why.
 */
export function useCoupons(quoted: Omit<Quoted, 'coupons'>) {
  const { t, locale } = useLocale()
  const client = useQueryClient()
  const [codes, setCodes] = useState<readonly string[]>([])
  const [preselected, setPreselected] = useState(false)
  const [trying, setTrying] = useState(false)
  const running = useRef(false)
  /** From now on it is the shopper's choice. */
  const decided = useRef(false)
  /** The goods the best was looked for. */
  const weighed = useRef<string | null>(null)

  const quoteWith = (coupons: readonly string[]) =>
    client.fetchQuery({
      ...quoteQuery({ ...quoted, coupons }, locale),
      staleTime: 0,
      gcTime: UNTIL_DRAWN,
    })

  /**
   * The quote with these codes, or the sentence that says why there is none.
   *
   * @param must where this one does not count, the choice stays as it was
   */
  async function tryCodes(wanted: readonly string[], must?: string): Promise<Tried> {
    if (running.current) return null
    decided.current = true
    running.current = true
    setTrying(true)
    try {
      const quote = await quoteWith(wanted)
      const taken = must === undefined || quote.couponsRefused.every(({ code }) => code !== must)
      if (taken) {
        setCodes(wanted)
        setPreselected(false)
      }
      return { quote, taken }
    } catch (error) {
      return { failed: errorSentence(error, t) }
    } finally {
      running.current = false
      setTrying(false)
    }
  }

  /**
   * Uses the best there is, once for these goods, for who has not chosen for them. Nobody waits for it: what the shopper does meanwhile
   * counts, and what takes no more off than what is chosen is dropped without a word.
   */
  async function preselect({ best, goods, quote: now }: Weighed) {
    if (weighed.current === goods) return
    // What was chosen was chosen for other goods.
    if (weighed.current !== null) decided.current = false
    weighed.current = goods
    if (decided.current) return
    const quote = best.length === 0 ? null : await quoteWith(best).catch(() => null)
    if (decided.current || weighed.current !== goods || !quote) return
    if (quote.amounts.discount <= now.amounts.discount) return
    // One that is over by now is none of the best.
    setCodes(quote.couponsRefused.length > 0 ? quote.coupons.map(({ code }) => code) : best)
    setPreselected(true)
  }

  return {
    codes,
    /** Chosen by us, not by the shopper. */
    preselected,
    trying,
    tryCodes,
    preselect,
    /** What is chosen stays so: an order is about to be placed with it. */
    decide: () => {
      decided.current = true
    },
  }
}
