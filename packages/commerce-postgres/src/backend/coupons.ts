import {
  type AppliedCoupon,
  type AskedCoupon,
  bestCoupons,
  type CountingCoupon,
  type Coupon,
  type CouponFit,
  type CouponRefusal,
  type GoodsLine,
  judgeCoupons,
  type ScopedDiscount,
  type ShopperContext,
  type StackCase,
  stackCoupons,
} from '@xiaopu/commerce'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { couponRedemptions, coupons } from '../tables'
import { couponId, couponOf } from './coupon-book'
import { rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale } from './text'

export interface CouponsAnswer {
  applied: CountingCoupon[]
  refused: CouponRefusal[]
  /** Of the applied ones, in their order, with the lines each is for. */
  discounts: ScopedDiscount[]
}

/**
 * Which of the codes count for these lines, and for how much. `hold` keeps the coupons' rows until the transaction ends, locked in the
 * order of their ids whatever the order asked: the next order that wants to use one of them waits, and then finds this one
 * among its uses.
 */
export async function applyCoupons(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  codes: readonly string[],
  lines: GoodsLine[],
  { hold }: { hold: boolean },
): Promise<CouponsAnswer> {
  const ids = codes.map(couponId)
  const once = codes.filter((_, place) => ids.indexOf(ids[place]!) === place)
  if (once.length === 0) return { applied: [], refused: [], discounts: [] }
  const { asked, where } = await found(db, shop, context, once, lines, { hold })
  const { applied, refused } = stackCoupons(asked, where)
  return {
    applied: applied.map(({ place, discount }) => counting(asked[place]!.coupon!, discount, context)),
    refused: refused.map(({ place, reason, missing }) => ({ code: once[place]!, reason, missing })),
    discounts: applied.map(({ discount, lines: counted }) => ({ amount: discount, lines: counted })),
  }
}

/** What each of the codes does by itself, and which of them are best used together. */
export async function fitCoupons(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  codes: readonly string[],
  lines: GoodsLine[],
): Promise<CouponFit> {
  if (codes.length === 0) return { answers: [], best: [] }
  const { asked, where } = await found(db, shop, context, codes, lines, { hold: false })
  return {
    answers: judgeCoupons(asked, where).map((one) =>
      one.ok
        ? { ok: true, coupon: counting(asked[one.place]!.coupon!, one.discount, context) }
        : { ok: false, refusal: { code: codes[one.place]!, reason: one.reason, missing: one.missing } },
    ),
    best: bestCoupons(asked, where),
  }
}

/** Those of the codes that may be used with others. */
export async function stackableOf(db: Sql, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const rows = await db
    .select({ id: coupons.id })
    .from(coupons)
    .where(and(inArray(coupons.id, codes.map(couponId)), eq(coupons.stackable, true)))
  const ids = new Set(rows.map(({ id }) => id))
  return new Set(codes.filter((code) => ids.has(couponId(code))))
}

/** Writes down that the order uses the coupons, which the caller holds. */
export async function redeem(
  db: Sql,
  { customer }: ShopperContext,
  orderId: string,
  applied: readonly AppliedCoupon[],
): Promise<void> {
  if (applied.length === 0) return
  await db.insert(couponRedemptions).values(
    applied.map(({ code, name, discount }, position) => ({
      ...{ orderId, couponId: couponId(code), customerId: customer.id, position, code, name, discount },
    })),
  )
}

const counting = ({ code, name, stackable }: Coupon, discount: number, { locale }: ShopperContext): CountingCoupon => ({
  ...{ code, name: inLocale(name, locale), discount, stackable },
})

async function found(
  db: Sql,
  shop: Shop,
  { customer }: ShopperContext,
  codes: readonly string[],
  lines: GoodsLine[],
  { hold }: { hold: boolean },
): Promise<{ asked: AskedCoupon[]; where: StackCase }> {
  const query = db
    .select()
    .from(coupons)
    .where(inArray(coupons.id, codes.map(couponId)))
    .orderBy(asc(coupons.id))
  const rows = await (hold ? query.for('no key update') : query)
  const known = new Map(rows.map((row) => [row.id, couponOf(row)]))
  const categories = await categoriesOf(db, lines)
  const uses = await usesOf(
    db,
    rows.map(({ id }) => id),
    customer.id,
  )
  return {
    asked: codes.map((code) => {
      const coupon = known.get(couponId(code))
      if (!coupon) return { coupon: null }
      return { coupon, ...(uses.of.get(couponId(code)) ?? { used: 0, usedByShopper: 0 }) }
    }),
    where: {
      lines: lines.map((line) => ({ ...line, categoryIds: categories.get(line.productId) ?? [] })),
      now: shop.clock(),
      orders: uses.orders,
    },
  }
}

interface Uses {
  orders: number
  of: ReadonlyMap<string, { used: number; usedByShopper: number }>
}

/** Orders that were cancelled do not count: cancelling an order gives its coupons back. */
async function usesOf(db: Sql, ids: string[], customerId: string): Promise<Uses> {
  if (ids.length === 0) return { orders: 0, of: new Map() }
  const [own] = await rowsOf<{ orders: number }>(
    db,
    sql`select count(*)::int as orders from commerce.orders where customer_id = ${customerId} and status <> 'cancelled'`,
  )
  const uses = await rowsOf<{ coupon_id: string; used: number; by_shopper: number }>(
    db,
    sql`
    select use.coupon_id, count(*)::int as used, (count(*) filter (where use.customer_id = ${customerId}))::int as by_shopper
    from commerce.coupon_redemptions use join commerce.orders o on o.id = use.order_id and o.status <> 'cancelled'
    where use.coupon_id in ${ids}
    group by use.coupon_id`,
  )
  return {
    orders: own!.orders,
    of: new Map(uses.map(({ coupon_id, used, by_shopper }) => [coupon_id, { used, usedByShopper: by_shopper }])),
  }
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
