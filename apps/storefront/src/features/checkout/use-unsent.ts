import type { Quote } from '@xiaopu/contract'
import { useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { keepCart } from '../cart/cart-desk'

/** Goods of a purchase that are not sent to its address, and the tap that takes them out: nothing is left out by itself. */
export function useUnsent(quote: Quote | undefined) {
  const { t } = useLocale()
  const [takingOut, setTakingOut] = useState(false)
  const lines = quote?.lines.filter(({ status }) => status === 'undeliverable') ?? []
  const lineIds = lines.flatMap(({ lineId }) => lineId ?? [])
  const rest = (quote?.lines.length ?? 0) - lines.length

  /** Whether they are out. They stay in the cart, not chosen. */
  async function takeOut(): Promise<boolean> {
    setTakingOut(true)
    try {
      await keepCart(await api.cart.select(lineIds, false))
      return true
    } catch (error) {
      toast(errorSentence(error, t))
      return false
    } finally {
      setTakingOut(false)
    }
  }

  return {
    lines,
    /** Only lines of the cart can be taken out, and only where something else remains to be bought. */
    canTakeOut: lineIds.length === lines.length && rest > 0,
    takingOut,
    takeOut,
  }
}
