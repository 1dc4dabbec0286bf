import type { Quote } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { refusalWords } from './coupon-words'
import type { useCoupon } from './use-coupon'

/** The coupon sheet: it stays open while a code does not count, saying why. The field is for codes that are not in the wallet. */
export function useCouponForm(
  open: boolean,
  { coupon, tryCode }: Pick<ReturnType<typeof useCoupon>, 'coupon' | 'tryCode'>,
  { couponRefused, couponLimit }: Pick<Quote, 'couponRefused' | 'couponLimit'>,
  inWallet: (code: string) => boolean,
  onDone: () => void,
) {
  const { t } = useLocale()
  const typedBefore = coupon !== null && !inWallet(coupon) ? coupon : ''
  const [code, setCode] = useState(typedBefore)
  const [problem, setProblem] = useState<string>()

  const [wasOpen, setWasOpen] = useState(open)
  // While rendering, not in an effect: a tap may come before an effect runs, and would be overwritten by it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      setCode(typedBefore)
      setProblem(couponRefused && typedBefore ? refusalWords(couponRefused, couponLimit, t) : undefined)
    }
  }

  return {
    code,
    problem,
    change(typed: string) {
      setCode(typed)
      setProblem(undefined)
    },
    async use() {
      const typed = code.trim()
      if (!typed) return setProblem(t('checkout.couponEmpty'))
      const answer = await tryCode(typed)
      if (!answer) return
      if ('failed' in answer) return setProblem(answer.failed)
      const { couponRefused: refused } = answer.quote
      if (refused) setProblem(refusalWords(refused, couponLimit, t))
      else onDone()
    },
    /** One of the wallet's; null uses none. */
    async choose(chosen: string | null) {
      const answer = await tryCode(chosen)
      if (!answer) return
      if ('failed' in answer) toast(answer.failed)
      else if (answer.quote.couponRefused) toast(refusalWords(answer.quote.couponRefused, couponLimit, t))
      else onDone()
    },
  }
}
