import type { Fen } from '../port/values'
import { totals } from './totals'

/** A coupon of our own back end; Magento has rules of its own. */
export interface Coupon {
  /** As printed; compared without regard to case. */
  code: string
  name: { 'zh-CN': string; en: string }
  /** `percent`: taken off, 1–99, rounded down to whole fen for the shop's good name never to owe a fen. */
  benefit: { kind: 'fixed'; amount: Fen } | { kind: 'percent'; percent: number }
  /** The goods in its scope must come to at least this. */
  threshold: Fen
  /** null: everything. A product counts when it is named or is in a named category or below it. */
  scope: { categoryIds: string[]; productIds: string[] } | null
  firstOrderOnly: boolean
  /** May be used together with others that may (可叠加); otherwise it is used alone. */
  stackable: boolean
  startsAt: Date | null
  endsAt: Date | null
  /** Orders it can be used on in all; null: as many as like. */
  usageLimit: number | null
  perCustomer: number
}

export type CouponReason =
  | 'unknown'
  | 'not_yet'
  | 'expired'
  | 'used_up'
  | 'below_threshold'
  | 'other_goods'
  | 'first_order_only'
  | 'not_applicable'
  /** It counts, but not together with one that was asked for before it: one of the two is used alone. */
  | 'not_stackable'
  /** It counts, but the order has as many as it may have. */
  | 'too_many'
  /** It counts, but the others have taken off all there is to be taken off of its goods. */
  | 'nothing_left'

export interface CouponRefusal {
  code: string
  reason: CouponReason
  /** `below_threshold`: how much more the goods must come to. */
  missing: Fen | null
}

export interface AppliedCoupon {
  code: string
  name: string
  discount: Fen
}

/** A coupon of a quote. */
export interface CountingCoupon extends AppliedCoupon {
  stackable: boolean
}

/** What is known when a coupon is looked at. */
export interface CouponCase {
  lines: { productId: string; categoryIds: string[]; unitPrice: Fen; quantity: number }[]
  now: Date
  /** Orders it is used on: by anybody, and by this shopper. Cancelled ones do not count. */
  used: number
  usedByShopper: number
  /** Orders the shopper has that were not cancelled. */
  orders: number
}

/** Whether the coupon counts, for how much, and for which of the lines, by their places. Never more than those come to. */
export function couponDiscount(
  coupon: Coupon,
  { lines, now, used, usedByShopper, orders }: CouponCase,
): { ok: true; discount: Fen; lines: number[] } | { ok: false; reason: CouponReason; missing: Fen | null } {
  const no = (reason: CouponReason, missing: Fen | null = null) => ({ ok: false, reason, missing }) as const
  if (coupon.startsAt && now < coupon.startsAt) return no('not_yet')
  if (coupon.endsAt && now >= coupon.endsAt) return no('expired')
  if (coupon.usageLimit !== null && used >= coupon.usageLimit) return no('used_up')
  if (usedByShopper >= coupon.perCustomer) return no('used_up')
  if (coupon.firstOrderOnly && orders > 0) return no('first_order_only')
  const inScope = lines.flatMap((line, place) => (isInScope(coupon, line) ? [place] : []))
  if (inScope.length === 0) return no('other_goods')
  const { goods } = totals(
    inScope.map((place) => lines[place]!),
    0,
  )
  if (goods < coupon.threshold) return no('below_threshold', coupon.threshold - goods)
  const { benefit } = coupon
  const discount = benefit.kind === 'fixed' ? benefit.amount : Math.floor((goods * benefit.percent) / 100)
  return { ok: true, discount: Math.min(discount, goods), lines: inScope }
}

/** Whether a coupon counts for a product. `categoryIds` are its own and those above them. */
export function isInScope(
  { scope }: Pick<Coupon, 'scope'>,
  line: { productId: string; categoryIds: string[] },
): boolean {
  if (!scope) return true
  return (
    scope.productIds.includes(line.productId) ||
    line.categoryIds.some((category) => scope.categoryIds.includes(category))
  )
}
