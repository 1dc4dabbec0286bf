import {
  CONFORMANCE_CATALOGUE,
  CONFORMANCE_STORES,
  type ConformanceShop,
  describeCommerceBackend,
} from '@xiaopu/commerce/conformance'
import type { MagentoProfile } from '@xiaopu/magento-stand-in'
import { DEFAULT_RULES } from '.'
import { conformanceFixture } from './testing/conformance-fixture'
import { LEFT_OUT_LIVE, liveSettings, openLiveShop } from './testing/live-shop'
import { putOnShelf } from './testing/shelf'
import { openStand } from './testing/stand'

/** `keptFrom`: the merchant's attribute of places a product is not sent to, and how it has them. */
interface Profile {
  profile: MagentoProfile
  stock: 'exact' | 'flag'
  keptFrom: { attribute: string; as(places: string[]): string | string[] }
}

const PROFILES: Profile[] = [
  {
    ...{ profile: { version: '2.4.9', edition: 'opensource' }, stock: 'exact' },
    keptFrom: { attribute: 'not_sent_to', as: (places) => places.join('|') },
  },
  // Before 2.4.8 a shopper is told in stock or not; tokens come from a password there.
  {
    ...{ profile: { version: '2.4.7', edition: 'opensource' }, stock: 'flag' },
    keptFrom: { attribute: 'kept_from', as: (places) => places },
  },
]

const live = liveSettings(process.env)
if (live) {
  describeCommerceBackend(`commerce on the Magento at ${live.url}`, {
    capabilities: {
      stock: process.env.MAGENTO_TEST_STOCK === 'flag' ? 'flag' : 'exact',
      ...{ soldCounts: false, reservesStock: true, refundsByMerchant: true },
      ...{
        stockFilter: false,
        couponReasons: false,
        couponsPerOrder: 1,
        undeliverableGoods: false,
        pickupOnlyGoods: false,
        keepsReviews: true,
        reservesReplacements: false,
      },
    },
    maxPerOrder: DEFAULT_RULES.maxPerOrder,
    leftOut: LEFT_OUT_LIVE,
    setUp: () => openLiveShop(live),
  })
}

for (const each of live ? [] : PROFILES) {
  const { profile, stock } = each
  describeCommerceBackend(`commerce on a stand-in Magento ${profile.version} (${profile.edition})`, {
    capabilities: {
      ...{ stock, soldCounts: false, reservesStock: true, refundsByMerchant: true },
      ...{
        stockFilter: false,
        couponReasons: false,
        couponsPerOrder: 1,
        undeliverableGoods: true,
        pickupOnlyGoods: false,
        keepsReviews: true,
        reservesReplacements: false,
      },
    },
    maxPerOrder: DEFAULT_RULES.maxPerOrder,
    setUp: () => openShop(each),
  })
}

async function openShop({ profile, keptFrom }: Profile): Promise<ConformanceShop> {
  const catalogue = conformanceFixture(CONFORMANCE_CATALOGUE, CONFORMANCE_STORES, new Date())
  const options = { undeliverableAttribute: keptFrom.attribute }
  const { backend, control, advance, close } = await openStand({ profile, catalogue, options })
  return {
    backend,
    setStock: async (code, pieces) => control.setStock(code, pieces),
    setPrice: async (code, fen) => control.setPrice(code, fen / 100),
    putOffSale: async (code) => control.putOffSale(code),
    putOnSale: async (code) => control.putOnSale(code),
    addCoupon: async ({ code, percent, threshold, only }) => {
      const skus = only === undefined ? undefined : [skuOf(only)]
      control.addCoupon({ code, label: `${percent}%`, percent, from: threshold / 100, skus })
    },
    withdrawCoupon: async (code) => control.withdrawCoupon(code),
    shipEverything: async ({ number }, { carrier, trackingNumber }) => {
      control.shipOrder(number, [{ carrierCode: 'custom', title: carrier, number: trackingNumber }])
      await backend.syncOrders()
    },
    setStoreStock: (store, code, pieces) =>
      putOnShelf(backend, { store, code, pieces }, async (held) => control.setSourceStock(store, code, held)),
    markReady: async ({ number }) => {
      control.shipOrder(number)
      await backend.syncOrders()
    },
    publishReviews: async () => control.approveReviews(),
    async keepFrom(slug, places) {
      const product = catalogue.products.find(({ urlKey }) => urlKey === slug)!
      product.attributes = { ...product.attributes, [keptFrom.attribute]: keptFrom.as(places) }
    },
    relate: async (slug, related) => control.relate(skuOf(slug), related.map(skuOf)),
    refund: async ({ number }, fen) => {
      control.refundOrder(number, fen / 100)
      await backend.syncOrders()
    },
    advance,
    tearDown: close,
  }
}

/** By which Magento knows a product: its own where it comes in one form, else the parent's. */
function skuOf(slug: string): string {
  const { option, skus } = CONFORMANCE_CATALOGUE.find((product) => product.slug === slug)!
  return option === null ? skus[0]!.code : slug.toUpperCase()
}
