import { describeCart } from './cart'
import { describeCatalog } from './catalog'
import { CONFORMANCE_CATALOGUE } from './catalogue'
import { describeCheckout } from './checkout'
import { describeConcurrency } from './concurrency'
import { describeEvents } from './events'
import { OpenedShop } from './opened-shop'
import { describeOrders } from './orders'
import type { Conformance } from './shop'
import { describeStores } from './stores'

export { CONFORMANCE_CATALOGUE, CONFORMANCE_STORES, type ConformanceProduct, type ConformanceStore } from './catalogue'
export type { Conformance, ConformanceShop } from './shop'

/**
 * The one suite every commerce back end passes, for Jest. `name` says which back end ran, and on what.
 * `setUp` is called once; every test shops as somebody new, and stock and prices are put back after it.
 */
export function describeCommerceBackend(name: string, conformance: Conformance): void {
  describe(name, () => {
    const opened = new OpenedShop(conformance, CONFORMANCE_CATALOGUE)
    beforeAll(() => opened.open(), 60_000)
    afterEach(() => opened.restore())
    afterAll(() => opened.close())

    test('says what it can do', async () => {
      await opened.backend.ping()
      expect(opened.backend.capabilities).toEqual(conformance.capabilities)
    })
    describe('catalogue', () => describeCatalog(opened))
    describe('cart', () => describeCart(opened))
    describe('checkout', () => describeCheckout(opened))
    describe('orders', () => describeOrders(opened))
    describe('many at once', () => describeConcurrency(opened))
    describe('events', () => describeEvents(opened))
    describe('stores', () => describeStores(opened))
  })
}
