import { describeCart } from './cart'
import { describeCatalog } from './catalog'
import { CONFORMANCE_CATALOGUE } from './catalogue'
import { describeCheckout } from './checkout'
import { describeConcurrency } from './concurrency'
import { describeCoupons } from './coupons'
import { describeDelivery } from './delivery'
import { describeEvents } from './events'
import { describeFacets } from './facets'
import { OpenedShop } from './opened-shop'
import { describeOrders } from './orders'
import { describePickup } from './pickup'
import { describePickupOnly } from './pickup-only'
import { describeRefunds } from './refunds'
import { describeRelated } from './related'
import { describeReplacements } from './replacements'
import { describeReviews } from './reviews'
import { describeShipments } from './shipments'
import type { Bench, Conformance } from './shop'
import { describeShoppers } from './shoppers'
import { describeStackedCoupons } from './stacked-coupons'
import { describeStores } from './stores'

export {
  CONFORMANCE_ATTRIBUTES,
  CONFORMANCE_CATALOGUE,
  CONFORMANCE_STORES,
  type ConformanceAttribute,
  type ConformanceProduct,
  type ConformanceStore,
} from './catalogue'
export type { Conformance, ConformanceShop } from './shop'

/**
 * The one suite every commerce back end passes, for Jest. `name` says which back end ran, and on what.
 * `setUp` is called once; every test shops as somebody new, and stock, prices and what is related are put back after it.
 */
export function describeCommerceBackend(name: string, conformance: Conformance): void {
  describe(name, () => {
    const opened = new OpenedShop(conformance, CONFORMANCE_CATALOGUE)
    beforeAll(() => opened.open(), 60_000)
    afterEach(() => opened.restore())
    afterAll(() => opened.close())
    const part = (title: string, describePart: (bench: Bench) => void) => {
      const why = conformance.leftOut?.[title]
      if (why === undefined) describe(title, () => describePart(opened))
      else test.skip(`${title}: not asked here, ${why}`, () => {})
    }

    test('says what it can do', async () => {
      await opened.backend.ping()
      expect(opened.backend.capabilities).toEqual(conformance.capabilities)
    })
    part('catalogue', describeCatalog)
    part('a list that is narrowed', describeFacets)
    part('related products', describeRelated)
    part('reviews of the shop system', describeReviews)
    part('cart', describeCart)
    part('checkout', describeCheckout)
    part('delivery', describeDelivery)
    part('coupons', describeCoupons)
    part('several coupons', describeStackedCoupons)
    part('orders', describeOrders)
    part('parcels and receipt', describeShipments)
    part('picking up', describePickup)
    part('what only stores have', describePickupOnly)
    part('refunds', describeRefunds)
    part('replacements', describeReplacements)
    part('many at once', describeConcurrency)
    part('events', describeEvents)
    part('somebody who leaves', describeShoppers)
    part('stores', describeStores)
  })
}
