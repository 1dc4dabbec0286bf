import type { AppliedCoupon, CouponRefusal } from '@xiaopu/contract'
import { type View, type Words, words } from './words'

interface Coupon {
  code: string
  name: Words
  discountOn: (goods: number) => number
  /** fen */
  threshold: number
  ended: boolean
}

/** Codes the fake shop knows: one percent, one over a threshold, one whose time is over. */
export const COUPON = { percent: 'FRESH10', threshold: '满500减50', expired: 'SPRING24' } as const

const issued = (): Coupon[] => [
  {
    code: COUPON.percent,
    name: words('新客九折', '10% off'),
    discountOn: (goods) => Math.floor(goods / 10),
    threshold: 0,
    ended: false,
  },
  {
    code: COUPON.threshold,
    name: words('满 500 减 50', '¥50 off ¥500'),
    discountOn: () => 50_00,
    threshold: 500_00,
    ended: false,
  },
  {
    code: COUPON.expired,
    name: words('春日八折', 'Spring: 20% off'),
    discountOn: (goods) => Math.floor(goods / 5),
    threshold: 0,
    ended: true,
  },
]

export interface JudgedCoupon {
  coupon: AppliedCoupon | null
  couponRefused: CouponRefusal | null
}

export function createCoupons() {
  const coupons = issued()
  const find = (code: string) => coupons.find((coupon) => coupon.code.toLowerCase() === code.toLowerCase())

  return {
    /** What a code as it was typed does for goods worth so many fen. */
    judge(code: string | null | undefined, goods: number, { locale }: View): JudgedCoupon {
      if (!code) return { coupon: null, couponRefused: null }
      const refused = (reason: CouponRefusal['reason'], missing: number | null = null): JudgedCoupon => ({
        coupon: null,
        couponRefused: { code, reason, missing },
      })
      const known = find(code)
      if (!known) return refused('unknown')
      if (known.ended) return refused('expired')
      if (goods < known.threshold) return refused('below_threshold', known.threshold - goods)
      const discount = Math.min(known.discountOn(goods), goods)
      return { coupon: { code: known.code, name: known.name[locale], discount }, couponRefused: null }
    },
    /** @throws {Error} naming the codes there are */
    end(code: string) {
      const known = find(code)
      if (!known) throw new Error(`no coupon ${code}; there are ${coupons.map((coupon) => coupon.code).join(', ')}`)
      known.ended = true
    },
  }
}

export type Coupons = ReturnType<typeof createCoupons>
