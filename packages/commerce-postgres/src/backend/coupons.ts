import {
  type AppliedCoupon,
  type CouponCase,
  type CouponRefusal,
  couponDiscount,
  type GoodsLine,
  type ShopperContext,
} from '@xiaopu/commerce'
import { eq, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { couponRedemptions, coupons } from '../tables'
import { couponId, couponOf } from './coupon-book'
import { rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale } from './text'

export type CouponAnswer =
  /** `lines`: those it is for, by their places. */
  | { applied: AppliedCoupon; lines: number[]; refused: null }
  | { applied: null; refused: CouponRefusal }
  | { applied: null; refused: null }

/**
 * Whether the code counts for these lines, and for how much. `hold` keeps the coupon's row until the transaction ends:
 * the next order that wants to use it waits, and then finds this one among its uses.
 */
export async function applyCoupon(
  db: Sql,
  shop: Shop,
  { customer, locale }: ShopperContext,
  code: string | null | undefined,
  lines: GoodsLine[],
  { hold }: { hold: boolean },
): Promise<CouponAnswer> {
  if (code === null || code === undefined) return { applied: null, refused: null }
  const found = db
    .select()
    .from(coupons)
    .where(eq(coupons.id, couponId(code)))
  const [row] = await (hold ? found.for('no key update') : found)
  if (!row) return { applied: null, refused: { code, reason: 'unknown', missing: null } }
  const categories = await categoriesOf(db, lines)
  const answer = couponDiscount(couponOf(row), {
    lines: lines.map((line) => ({ ...line, categoryIds: categories.get(line.productId) ?? [] })),
    now: shop.clock(),
    ...(await usesOf(db, row.id, customer.id)),
  })
  if (!answer.ok) return { applied: null, refused: { code, reason: answer.reason, missing: answer.missing } }
  const { discount, lines: counted } = answer
  const applied = { code: row.code, name: inLocale(row.name, locale), discount }
  return { applied, lines: counted, refused: null }
}

/** Writes down that the order uses the coupon, which the caller holds. */
export async function redeem(
  db: Sql,
  { customer }: ShopperContext,
  orderId: string,
  coupon: AppliedCoupon,
): Promise<void> {
  await db
    .insert(couponRedemptions)
    .values({ orderId, couponId: couponId(coupon.code), customerId: customer.id, ...coupon })
}

/** Orders that were cancelled do not count: cancelling an order gives its coupon back. */
async function usesOf(
  db: Sql,
  id: string,
  customerId: string,
): Promise<Pick<CouponCase, 'used' | 'usedByShopper' | 'orders'>> {
  const [uses] = await rowsOf<{ used: number; by_shopper: number; orders: number }>(
    db,
    sql`
    select count(*)::int as used, (count(*) filter (where use.customer_id = ${customerId}))::int as by_shopper,
      (select count(*)::int from commerce.orders own
        where own.customer_id = ${customerId} and own.status <> 'cancelled') as orders
    from commerce.coupon_redemptions use join commerce.orders o on o.id = use.order_id and o.status <> 'cancelled'
    where use.coupon_id = ${id}`,
  )
  return { used: uses!.used, usedByShopper: uses!.by_shopper, orders: uses!.orders }
}

/** The categories of each product and those above them. */
async function categoriesOf(db: Sql, lines: GoodsLine[]): Promise<Map<string, string[]>> {
  if (lines.length === 0) return new Map()
  const rows = await rowsOf<{ product_id: string; category_ids: string[] }>(
    db,
    sql`
    select member.product_id, jsonb_agg(c.id) || coalesce(jsonb_agg(c.parent_id) filter (where c.parent_id is not null), '[]')
      as category_ids
    from commerce.product_categories member join commerce.categories c on c.id = member.category_id
    where member.product_id in ${[...new Set(lines.map(({ productId }) => productId))]}
    group by member.product_id`,
  )
  return new Map(rows.map((row) => [row.product_id, row.category_ids]))
}
