import {
  type Amounts,
  type AppliedCoupon,
  type CouponRefusal,
  type GoodsLine,
  type ShopperContext,
  shippingFee,
  totals,
} from '@xiaopu/commerce'
import type { Sql } from '../database/database'
import { applyCoupon } from './coupons'
import type { Shop } from './settings'

export interface Price {
  /** Without a fee where the goods cannot be sent to the address. */
  amounts: Amounts
  deliverable: boolean
  coupon: AppliedCoupon | null
  couponRefused: CouponRefusal | null
}

/** What the lines come to, for quotes and orders alike. `hold` is for orders: see `applyCoupon`. */
export async function priceOf(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  lines: GoodsLine[],
  { address, coupon }: { address: { province: string } | null; coupon?: string | null },
  { hold }: { hold: boolean },
): Promise<Price> {
  const { applied, refused } = await applyCoupon(db, shop, context, coupon, lines, { hold })
  const discount = applied?.discount ?? 0
  const shipping = shippingFee(totals(lines, 0).goods, address, shop.rules.shipping, discount)
  return {
    amounts: totals(lines, shipping.ok ? shipping.fee : 0, discount),
    deliverable: shipping.ok,
    coupon: applied,
    couponRefused: refused,
  }
}
