import { COUPONS_PER_ORDER, type Coupon } from '@xiaopu/commerce'
import {
  CONFORMANCE_CATALOGUE,
  CONFORMANCE_STORES,
  type ConformanceShop,
  describeCommerceBackend,
} from '@xiaopu/commerce/conformance'
import { createPostgresCommerce, DEFAULT_RULES, importCatalog, importStores } from '.'
import { catalogueCsv, storesCsv } from './testing/conformance-csv'
import { BACKINGS, type Backing } from './testing/databases'
import { anyPicture, anyVideo } from './testing/pictures'

for (const backing of BACKINGS) {
  describeCommerceBackend(`commerce on ${backing.name}`, {
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
    maxPerOrder: DEFAULT_RULES.maxPerOrder,
    setUp: () => openShop(backing),
  })
}

async function openShop({ create }: Backing): Promise<ConformanceShop> {
  const { database, drop } = await create()
  let now = new Date()
  const backend = createPostgresCommerce({ database, clock: () => now })
  const csv = catalogueCsv(CONFORMANCE_CATALOGUE, now)
  const catalogue = await importCatalog({ database, csv, pictures: anyPicture, videos: anyVideo, now })
  const stores = await importStores({ database, csv: storesCsv(CONFORMANCE_STORES) })
  if (!catalogue.ok || !stores.ok) throw new Error(JSON.stringify({ catalogue, stores }))

  const sku = async (change: string, code: string, value: unknown) => {
    await database.execute(`update commerce.skus set ${change} where code = $1`, [code, value])
  }
  const merchant = backend.merchant!
  return {
    backend,
    setStock: (code, pieces) => sku('on_hand = reserved + $2::int', code, pieces),
    setPrice: (code, fen) => sku('price = $2::bigint', code, fen),
    putOffSale: (code) => sku('on_sale = not $2', code, true),
    putOnSale: (code) => sku('on_sale = $2', code, true),
    addCoupon: (coupon) => merchant.putCoupon(couponOf(coupon)),
    withdrawCoupon: (code) => merchant.putCoupon(couponOf({ code, percent: 1, threshold: 0, usageLimit: 0 })),
    async shipEverything({ id }, parcel) {
      await merchant.ship(id, { ...parcel, lines: null })
    },
    async setStoreStock(store, code, pieces) {
      await database.execute(
        `insert into commerce.store_stock (store_id, sku_id, on_hand) select $1, id, $3::int from commerce.skus where code = $2
          on conflict (store_id, sku_id) do update set on_hand = commerce.store_stock.reserved + $3::int`,
        [store, code, pieces],
      )
    },
    async markReady({ id }) {
      await merchant.markReady(id)
    },
    async relate(slug, related) {
      await database.execute('delete from commerce.related_products where product_id = $1', [slug])
      await database.execute(
        `insert into commerce.related_products (product_id, related_id, position)
          select $1, * from unnest($2::text[]) with ordinality`,
        [slug, related],
      )
    },
    async keepFrom(slug, places) {
      const change = 'update commerce.products set not_delivered_to = $2::text::jsonb where id = $1'
      await database.execute(change, [slug, JSON.stringify(places)])
    },
    async advance(ms) {
      now = new Date(now.getTime() + ms)
    },
    tearDown: drop,
  }
}

function couponOf({
  code,
  percent,
  threshold,
  only,
  stackable = false,
  usageLimit = null,
}: {
  code: string
  percent: number
  threshold: number
  only?: string
  stackable?: boolean
  usageLimit?: number | null
}): Coupon {
  return {
    code,
    name: { 'zh-CN': '春季券', en: 'Spring' },
    benefit: { kind: 'percent', percent },
    threshold,
    scope: only === undefined ? null : { categoryIds: [], productIds: [only] },
    firstOrderOnly: false,
    stackable,
    startsAt: null,
    endsAt: null,
    usageLimit,
    perCustomer: 99,
  }
}
