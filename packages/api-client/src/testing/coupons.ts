import type { CouponRefusal, Order, Quote, QuotedCoupon } from '@xiaopu/contract'
import { type View, type Words, words } from './words'

interface Coupon {
  code: string
  name: Words
  benefit: { percent: number } | { amount: number }
  /** fen */
  threshold: number
  stackable: boolean
  ended: boolean
}

/** Codes the fake shop knows: one percent, one over a threshold, one whose time is over, and two that may be used together. */
export const COUPON = {
  percent: 'FRESH10',
  threshold: '满500减50',
  expired: 'SPRING24',
  together: 'MORE20',
  togetherPercent: 'PLUS5',
} as const

/** So many of them one order can have. */
export const COUPON_LIMIT = 5

const issued = (): Coupon[] => [
  {
    ...{ code: COUPON.percent, name: words('新客九折', '10% off') },
    ...{ benefit: { percent: 10 }, threshold: 0, stackable: false, ended: false },
  },
  {
    ...{ code: COUPON.threshold, name: words('满 500 减 50', '¥50 off ¥500') },
    ...{ benefit: { amount: 50_00 }, threshold: 500_00, stackable: false, ended: false },
  },
  {
    ...{ code: COUPON.expired, name: words('春日八折', 'Spring: 20% off') },
    ...{ benefit: { percent: 20 }, threshold: 0, stackable: false, ended: true },
  },
  {
    ...{ code: COUPON.together, name: words('满 100 减 20', '¥20 off ¥100') },
    ...{ benefit: { amount: 20_00 }, threshold: 100_00, stackable: true, ended: false },
  },
  {
    ...{ code: COUPON.togetherPercent, name: words('会员 95 折', 'Members: 5% off') },
    ...{ benefit: { percent: 5 }, threshold: 0, stackable: true, ended: false },
  },
]

export type JudgedCoupons = Pick<Quote, 'coupon' | 'coupons' | 'couponRefused' | 'couponsRefused' | 'couponLimit'>

/** fen they take off together. */
export const discountOf = ({ coupons }: Pick<Quote, 'coupons'>) =>
  coupons.reduce((sum, { discount }) => sum + discount, 0)

/** The coupons of a quote as the order has them. */
export function onOrder(counting: readonly QuotedCoupon[]): Pick<Order, 'coupon' | 'coupons'> {
  const coupons = counting.map(({ code, name, discount }) => ({ code, name, discount }))
  return { coupon: coupons[0] ?? null, coupons }
}

export function createCoupons() {
  const coupons = issued()
  const find = (code: string) => coupons.find((coupon) => coupon.code.toLowerCase() === code.toLowerCase())
  let limit: number = COUPON_LIMIT

  /** Why it does not count, beside those before it. */
  function refusal(code: string, goods: number, taken: Coupon[]): CouponRefusal | null {
    const no = (reason: CouponRefusal['reason'], missing: number | null = null) => ({ code, reason, missing })
    const known = find(code)
    if (!known) return no('unknown')
    if (known.ended) return no('expired')
    if (goods < known.threshold) return no('below_threshold', known.threshold - goods)
    if (taken.length >= limit) return no('too_many')
    const alone = taken.length > 0 && [known, ...taken].some(({ stackable }) => !stackable)
    return alone ? no('not_stackable') : null
  }

  return {
    /** What codes as they were typed do together for goods worth so many fen: percentages first. */
    judge(codes: readonly string[], goods: number, { locale }: View): JudgedCoupons {
      const taken: Coupon[] = []
      const refused: CouponRefusal[] = []
      for (const code of codes) {
        const known = find(code)
        if (known && taken.includes(known)) continue
        const no = refusal(code, goods, taken)
        if (no) refused.push(no)
        else taken.push(known!)
      }
      const inOrder = taken.toSorted(
        (one, other) => Number('amount' in one.benefit) - Number('amount' in other.benefit),
      )
      let left = goods
      const counting = inOrder.map(({ code, name, benefit, stackable }): QuotedCoupon => {
        const off = 'amount' in benefit ? benefit.amount : Math.floor((left * benefit.percent) / 100)
        const discount = Math.min(off, left)
        left -= discount
        return { code, name: name[locale], discount, stackable }
      })
      return {
        coupon: counting[0] ?? null,
        coupons: counting,
        couponRefused: refused[0] ?? null,
        couponsRefused: refused,
        couponLimit: limit,
      }
    },
    isStackable: (code: string) => limit > 1 && Boolean(find(code)?.stackable),
    limit: () => limit,
    /** From now on one order can have so many. */
    setLimit(most: number) {
      limit = most
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
