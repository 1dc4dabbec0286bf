import type { Quote } from '@xiaopu/contract'
import { useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { keepCart } from '../cart'
import { type Apart, type Because, partedLines } from './apart'
import type { RefusedLines } from './line-problem'

const lineIdsOf = ({ lines }: Apart) => lines.flatMap(({ lineId }) => lineId ?? [])

/**
 * Goods that stand apart from the rest of a purchase, and the taps that take them out, or in again for a store: nothing is left out
 * by itself.
 */
export function useApart(quote: Quote | undefined, refused: RefusedLines, atStore: boolean) {
  const { t } = useLocale()
  const [takingOut, setTakingOut] = useState<Because | null>(null)
  const { apart, together, gone } = partedLines(quote?.lines ?? [], refused, atStore)

  /** Whether it was done. What is taken out stays in the cart, not chosen. */
  async function select(lineIds: string[], selected: boolean): Promise<boolean> {
    try {
      await keepCart(await api.cart.select(lineIds, selected))
      return true
    } catch (error) {
      toast(errorSentence(error, t))
      return false
    }
  }

  async function takeOut(some: Apart): Promise<boolean> {
    setTakingOut(some.because)
    const done = await select(lineIdsOf(some), false)
    setTakingOut(null)
    return done
  }

  return {
    apart,
    together,
    gone,
    has: (because: Because) => apart.some((one) => one.because === because),
    /** Only lines of the cart can be taken out, and only where something else remains to be bought. */
    canTakeOut: (some: Apart) => lineIdsOf(some).length === some.lines.length && together.length > gone.length,
    takingOut,
    takeOut,
    /** What sold out in the warehouse while it was looked at is chosen anew, to be picked up. */
    async keepToPickUp(some: Apart): Promise<boolean> {
      const lineIds = lineIdsOf(some)
      return lineIds.length === 0 || select(lineIds, true)
    },
  }
}
