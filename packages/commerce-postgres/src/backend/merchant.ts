import type { MerchantPort } from '@xiaopu/commerce'
import { and, eq, lte } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { skus } from '../tables'
import { couponBook } from './coupon-book'
import { shipOrder } from './dispatch'
import { orderPage } from './order-rows'
import { reviewDesk } from './review-desk'
import type { Shop } from './settings'
import { shippingDesk } from './shipping'

export function merchantPort(db: Sql, shop: Shop): MerchantPort {
  return {
    orders: (query) => orderPage(db, undefined, query),
    ship: (orderId, request) => shipOrder(db, shop, orderId, request),

    async setStock(skuCode, onHand) {
      const counted = await db
        .update(skus)
        .set({ onHand })
        .where(and(eq(skus.code, skuCode), lte(skus.reserved, onHand)))
        .returning({ id: skus.id })
      if (counted.length > 0) return { ok: true }
      const known = await db.$count(skus, eq(skus.code, skuCode))
      return { ok: false, problem: known > 0 ? 'reserved' : 'not_found' }
    },

    async setPrice(skuCode, { price, compareAt }) {
      const priced = await db
        .update(skus)
        .set({ price, compareAt })
        .where(eq(skus.code, skuCode))
        .returning({ id: skus.id })
      return priced.length > 0 ? { ok: true } : { ok: false, problem: 'not_found' }
    },

    ...reviewDesk(db),
    ...couponBook(db, shop),
    ...shippingDesk(db, shop),
  }
}
