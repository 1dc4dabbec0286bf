import type { CouponFixture } from '@xiaopu/magento-stand-in'

type Row = Record<string, string>

/**
 * The demo's coupons as cart price rules with a code. The stand-in has no rules for some goods only: those for certain
 * categories are left out; one for the first order is one that a customer may use once.
 *
 * @param rows with the columns of the coupon import
 */
export const couponFixtures = (rows: Row[]): CouponFixture[] =>
  rows
    .filter(({ categories }) => !categories)
    .map((row) => ({
      code: row.code ?? '',
      label: { default: row['name:zh-CN'] ?? '', en: row['name:en'] ?? '' },
      ...(row.percent ? { percent: Number(row.percent) } : { amount: Number(row.amount) }),
      ...(row.threshold ? { from: Number(row.threshold) } : {}),
      ...(row.perCustomer ? { perCustomer: Number(row.perCustomer) } : {}),
    }))
