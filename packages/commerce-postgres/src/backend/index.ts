import { COUPONS_PER_ORDER, type CommerceBackend } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import type { Database } from '../database'
import { cartPort } from './carts'
import { categoryTree } from './categories'
import { checkoutPort } from './checkout'
import { merchantPort } from './merchant'
import { ordersPort } from './orders'
import { eventsPort } from './outbox'
import { productDetail } from './product-detail'
import { productPage, productSummaries } from './product-list'
import { relatedProducts } from './related'
import { replacementsPort } from './replacements'
import { type CommerceRules, DEFAULT_RULES, type Shop } from './settings'
import { deliveryPort } from './shipping'
import { shoppersPort } from './shoppers'
import { storesPort } from './stores'
import { guarded } from './unavailable'

export { type CommerceRules, DEFAULT_RULES } from './settings'

/**
 * The commerce port on a database that `migrateCommerce` has brought up to date. The database stays the caller's:
 * `close` leaves it open. `clock` decides what is new, expired or leased; tests move it.
 */
export function createPostgresCommerce({
  database,
  clock = () => new Date(),
  rules = {},
}: {
  database: Database
  clock?: () => Date
  rules?: Partial<CommerceRules>
}): CommerceBackend {
  const { db } = database
  const shop: Shop = { rules: { ...DEFAULT_RULES, ...rules }, clock }
  return {
    name: database.kind,
    capabilities: {
      stock: 'exact',
      soldCounts: true,
      reservesStock: true,
      stockFilter: true,
      couponReasons: true,
      couponsPerOrder: COUPONS_PER_ORDER,
      refundsByMerchant: false,
      undeliverableGoods: true,
      pickupOnlyGoods: true,
      keepsReviews: false,
      reservesReplacements: true,
    },
    catalog: guarded({
      categories: (context) => categoryTree(db, shop, context),
      products: (context, query) => productPage(db, shop, context, query),
      product: (context, productId) => productDetail(db, shop, context, productId),
      related: (context, productId, limit) => relatedProducts(db, shop, context, productId, limit),
      summaries: (context, productIds) => productSummaries(db, shop, context, productIds),
    }),
    carts: guarded(cartPort(db, shop)),
    checkout: guarded(checkoutPort(db, shop)),
    delivery: guarded(deliveryPort(db, shop)),
    orders: guarded(ordersPort(db, shop)),
    replacements: guarded(replacementsPort(db, shop)),
    reviews: null,
    shoppers: guarded(shoppersPort(db)),
    stores: guarded(storesPort(db)),
    events: guarded(eventsPort(db, shop)),
    merchant: guarded(merchantPort(db, shop)),
    ...guarded({
      async ping() {
        await db.execute(sql`select 1`)
      },
    }),
    async close() {},
  }
}
