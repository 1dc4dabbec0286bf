import type { CouponRefusal, Quote } from '@xiaopu/contract'
import type { MessageKey, Translate } from '../../i18n'
import { priceText } from '../../ui'

type Reason = CouponRefusal['reason']
/** The others have figures in them. */
type Plain = Exclude<Reason, 'below_threshold' | 'too_many'>
type Sentence = Extract<MessageKey, `checkout.coupon_${Plain}`>

const SENTENCES: Record<Plain, Sentence> = {
  unknown: 'checkout.coupon_unknown',
  not_yet: 'checkout.coupon_not_yet',
  expired: 'checkout.coupon_expired',
  used_up: 'checkout.coupon_used_up',
  other_goods: 'checkout.coupon_other_goods',
  first_order_only: 'checkout.coupon_first_order_only',
  not_applicable: 'checkout.coupon_not_applicable',
  not_stackable: 'checkout.coupon_not_stackable',
  nothing_left: 'checkout.coupon_nothing_left',
}

/** That an order has as many as it can have. */
export const limitWords = (limit: number, t: Translate) =>
  limit === 1 ? t('checkout.couponOnlyOne') : t('checkout.couponAtMost', { count: limit })

/**
 * Why a code does not count, in one sentence. A reason that this version does not know is told as none in particular.
 *
 * @param limit so many coupons one order can have
 */
export function refusalWords({ reason, missing }: Omit<CouponRefusal, 'code'>, limit: number, t: Translate): string {
  if (reason === 'too_many') return limitWords(limit, t)
  if (reason === 'below_threshold')
    return missing ? t('checkout.couponMissing', { price: priceText(missing) }) : t('checkout.couponBelow')
  return t(SENTENCES[reason] ?? 'checkout.coupon_not_applicable')
}

/** fen the coupons take off. */
export const takenOff = ({ coupons }: Pick<Quote, 'coupons'>) =>
  coupons.reduce((sum, { discount }) => sum + discount, 0)

export interface Choice {
  /** How many of the wallet count for this purchase. */
  usable: number
  /** Those that count were chosen by us: the best there are. */
  preselected: boolean
}

type Chosen = Pick<Quote, 'coupons' | 'couponsRefused' | 'couponLimit'>

/** The row of checkout: what the coupons take off, why one takes nothing off, how many there are, or that one can be typed. */
export function couponRow(quote: Chosen, { usable, preselected }: Choice, t: Translate) {
  const { coupons, couponsRefused, couponLimit } = quote
  const [refused] = couponsRefused
  const why = refused && refusalWords(refused, couponLimit, t)
  if (coupons.length > 0) {
    const note = refused ? `${refused.code} ${why}` : chosenWords(coupons, preselected, t)
    return { value: priceText(-takenOff(quote), true), note, counts: true }
  }
  if (refused) return { value: refused.code, note: why, counts: false }
  const value = usable > 0 ? t('checkout.couponUsable', { count: usable }) : t('checkout.couponType')
  return { value, note: undefined, counts: false }
}

function chosenWords(coupons: Quote['coupons'], preselected: boolean, t: Translate): string {
  const [first, ...others] = coupons
  const count = coupons.length
  if (others.length > 0) return t(preselected ? 'checkout.couponsBest' : 'checkout.couponsCount', { count })
  return preselected ? t('checkout.couponBest', { name: first!.name }) : first!.name
}
