import type { Coupon, MerchantPort } from '@xiaopu/commerce'
import { and, asc, count, eq, ne } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { couponRedemptions, coupons, orders } from '../tables'
import type { Shop } from './settings'

/** All the coupons there are, and making them. */
export function couponBook(db: Sql, shop: Shop): Pick<MerchantPort, 'coupons' | 'putCoupon'> {
  return {
    async coupons() {
      const rows = await db.select().from(coupons).orderBy(asc(coupons.createdAt), asc(coupons.id))
      const used = await db
        .select({ couponId: couponRedemptions.couponId, orders: count() })
        .from(couponRedemptions)
        .innerJoin(orders, and(eq(orders.id, couponRedemptions.orderId), ne(orders.status, 'cancelled')))
        .groupBy(couponRedemptions.couponId)
      const usedBy = new Map(used.map((row) => [row.couponId, row.orders]))
      return rows.map((row) => ({ ...couponOf(row), used: usedBy.get(row.id) ?? 0 }))
    },

    putCoupon: (coupon) => putCoupon(db, coupon, shop.clock()),
  }
}

/** Makes the coupon, or changes the one with that code. */
export async function putCoupon(db: Sql, coupon: Coupon, now: Date): Promise<void> {
  const { code, name, benefit, threshold, scope, firstOrderOnly, stackable } = coupon
  const { startsAt, endsAt, usageLimit, perCustomer } = coupon
  const terms = { code, name, benefit, threshold, scope, firstOrderOnly, stackable }
  const row = { ...terms, startsAt, endsAt, usageLimit, perCustomer }
  await db
    .insert(coupons)
    .values({ id: couponId(code), createdAt: now, ...row })
    .onConflictDoUpdate({ target: coupons.id, set: row })
}

/**
 * The form codes are compared in: small letters, ordinary width. A Chinese keyboard easily types letters and digits
 * of double width.
 */
export function couponId(code: string): string {
  return code.normalize('NFKC').replaceAll('\0', '').trim().toLowerCase()
}

export function couponOf(row: typeof coupons.$inferSelect): Coupon {
  const { id: _, createdAt: __, ...coupon } = row
  return coupon
}
