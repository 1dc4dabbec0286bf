import type { MerchantPort } from '@xiaopu/commerce'
import { and, eq, lte } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { products, skus, storeStock, stores, videos } from '../tables'
import { couponBook } from './coupon-book'
import { shipOrder } from './dispatch'
import { orderPage } from './order-rows'
import { markOrderReady } from './pickups'
import type { Shop } from './settings'
import { shippingDesk } from './shipping'
import { storeBook } from './store-book'
import { inTransaction } from './transaction'

export function merchantPort(db: Sql, shop: Shop): MerchantPort {
  return {
    orders: (query) => orderPage(db, undefined, query),
    ship: (orderId, request) => shipOrder(db, shop, orderId, request),
    markReady: (orderId) => markOrderReady(db, shop, orderId),

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

    async setStoreStock(storeId, skuCode, onHand) {
      const [sku] = await db.select({ id: skus.id }).from(skus).where(eq(skus.code, skuCode))
      if (!sku || (await db.$count(stores, eq(stores.id, storeId))) === 0) return { ok: false, problem: 'not_found' }
      const counted = await db
        .insert(storeStock)
        .values({ storeId, skuId: sku.id, onHand })
        .onConflictDoUpdate({
          target: [storeStock.storeId, storeStock.skuId],
          set: { onHand },
          setWhere: lte(storeStock.reserved, onHand),
        })
        .returning({ onHand: storeStock.onHand })
      return counted.length > 0 ? { ok: true } : { ok: false, problem: 'reserved' }
    },

    async setPrice(skuCode, { price, compareAt }) {
      const priced = await db
        .update(skus)
        .set({ price, compareAt })
        .where(eq(skus.code, skuCode))
        .returning({ id: skus.id })
      return priced.length > 0 ? { ok: true } : { ok: false, problem: 'not_found' }
    },

    hasProduct: async (productId) => (await db.$count(products, eq(products.id, productId))) > 0,

    setFilm: (productId, film) =>
      inTransaction(db, async (transaction) => {
        if (film) {
          const { source, width, height, seconds, bytes } = film
          await transaction.insert(videos).values({ source, width, height, seconds, bytes }).onConflictDoNothing()
        }
        const shown = await transaction
          .update(products)
          .set({ video: film?.source ?? null, videoPoster: null })
          .where(eq(products.id, productId))
          .returning({ id: products.id })
        return shown.length > 0 ? { ok: true } : { ok: false, problem: 'not_found' }
      }),

    ...couponBook(db, shop),
    ...storeBook(db),
    ...shippingDesk(db, shop),
  }
}
