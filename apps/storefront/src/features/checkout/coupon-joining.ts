import type { CouponRefusal, Quote } from '@xiaopu/contract'

type Chosen = Pick<Quote, 'coupons' | 'couponLimit'>

/** How a code is written does not matter. */
export const sameCode = (one: string, other: string) => one.toUpperCase() === other.toUpperCase()

/**
 * Why a coupon cannot join those chosen; null: it can. Where an order has only one, another takes its place. The gateway decides: this
 * says beforehand what it will say.
 */
export function joinRefusal(stackable: boolean, { coupons, couponLimit }: Chosen): CouponRefusal['reason'] | null {
  if (coupons.length === 0 || couponLimit === 1) return null
  if (!stackable || coupons.some((one) => !one.stackable)) return 'not_stackable'
  return coupons.length >= couponLimit ? 'too_many' : null
}

/** The codes with one more: beside those chosen, or in the place of the one an order can have. */
export const codesWith = (code: string, { coupons, couponLimit }: Chosen): string[] =>
  couponLimit === 1 ? [code] : [...coupons.map((one) => one.code).filter((one) => !sameCode(one, code)), code]

/** Whether exactly these are chosen. */
export const areChosen = (codes: readonly string[], { coupons }: Pick<Chosen, 'coupons'>): boolean =>
  codes.length === coupons.length && codes.every((code) => coupons.some((one) => sameCode(one.code, code)))
