import type { CouponRefusal, Quote } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { codesWith, sameCode } from './coupon-joining'
import { refusalWords } from './coupon-words'
import type { Tried, useCoupons } from './use-coupons'

type Desk = Pick<ReturnType<typeof useCoupons>, 'codes' | 'tryCodes'>
type Chosen = Pick<Quote, 'coupons' | 'couponsRefused' | 'couponLimit'>

const IN_THE_WAY: CouponRefusal['reason'][] = ['not_stackable', 'too_many', 'nothing_left']

/**
 * The coupon sheet: ticks for the wallet's coupons, and a field for codes that are not in it. It stays open while a code does not count,
 * saying why, and offers to use it instead of the others where these are what keeps it out.
 */
export function useCouponForm(
  open: boolean,
  { codes, tryCodes }: Desk,
  chosen: Chosen,
  inWallet: (code: string) => boolean,
  onDone: () => void,
) {
  const { t } = useLocale()
  const { coupons, couponsRefused, couponLimit } = chosen
  const words = (refusal: CouponRefusal) => refusalWords(refusal, couponLimit, t)
  const refusalOf = (code: string, { couponsRefused: all }: Pick<Quote, 'couponsRefused'>) =>
    all.find((one) => sameCode(one.code, code))
  /** A code typed before that did not count is shown again, with the reason. */
  const kept = codes.find((code) => !inWallet(code) && refusalOf(code, { couponsRefused })) ?? ''
  const [code, setCode] = useState(kept)
  const [refusal, setRefusal] = useState<CouponRefusal>()
  const [failure, setFailure] = useState<string>()

  const [wasOpen, setWasOpen] = useState(open)
  // While rendering, not in an effect: a tap may come before an effect runs, and would be overwritten by it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) {
      setCode(kept)
      setRefusal(refusalOf(kept, { couponsRefused }))
      setFailure(undefined)
    }
  }

  /** What an answer says that was not hoped for; whether there was one, and it was. */
  function heard(answer: Tried, added?: string): boolean {
    if (!answer) return false
    const problem = 'failed' in answer ? answer.failed : added && refusalOf(added, answer.quote)
    if (problem) toast(typeof problem === 'string' ? problem : words(problem))
    return !problem
  }

  return {
    code,
    problem: failure ?? (refusal && words(refusal)),
    /** The code counts, but for the others that are chosen. */
    instead: refusal !== undefined && IN_THE_WAY.includes(refusal.reason),
    change(typed: string) {
      setCode(typed)
      setRefusal(undefined)
      setFailure(undefined)
    },
    /** The typed code, beside the chosen ones or `alone`. */
    async use(alone = false) {
      const typed = code.trim()
      if (!typed) return setFailure(t('checkout.couponEmpty'))
      const must = coupons.length > 0 ? typed : undefined
      const answer = await tryCodes(alone ? [typed] : codesWith(typed, chosen), must)
      if (!answer) return
      if ('failed' in answer) return setFailure(answer.failed)
      const refused = refusalOf(typed, answer.quote)
      setRefusal(refused)
      if (!refused) onDone()
    },
    /** Takes one of the list in or out. */
    async toggle(listed: string) {
      const others = coupons.map((one) => one.code).filter((one) => !sameCode(one, listed))
      const added = others.length === coupons.length ? listed : undefined
      heard(await tryCodes(added ? codesWith(added, chosen) : others, added), added)
    },
    /** That one, and none beside it. */
    async only(listed: string) {
      const isDone = heard(await tryCodes([listed], listed), listed)
      if (isDone && couponLimit === 1) onDone()
    },
    async all(best: readonly string[]) {
      heard(await tryCodes(best))
    },
    async none() {
      if (heard(await tryCodes([]))) onDone()
    },
  }
}
