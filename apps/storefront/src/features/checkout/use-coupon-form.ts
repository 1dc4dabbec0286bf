import type { Quote } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { refusalWords } from './coupon-words'
import type { useCoupon } from './use-coupon'

/** The coupon sheet's field: it opens with the code of before, and stays open while a code does not count, saying why. */
export function useCouponForm(
  open: boolean,
  { coupon, tryCode }: Pick<ReturnType<typeof useCoupon>, 'coupon' | 'tryCode'>,
  { couponRefused }: Pick<Quote, 'couponRefused'>,
  onDone: () => void,
) {
  const { t } = useLocale()
  const [code, setCode] = useState(coupon ?? '')
  const [problem, setProblem] = useState<string>()

  const [wasOpen, setWasOpen] = useState(open)
  // While rendering, not in an effect: a tap may come before an effect runs, and would be overwritten by it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      setCode(coupon ?? '')
      setProblem(couponRefused ? refusalWords(couponRefused, t) : undefined)
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
      if (refused) setProblem(refusalWords(refused, t))
      else onDone()
    },
    async remove() {
      const answer = await tryCode(null)
      if (!answer) return
      if ('failed' in answer) toast(answer.failed)
      else onDone()
    },
  }
}
