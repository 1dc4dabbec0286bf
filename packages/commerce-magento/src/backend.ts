import type { CommerceBackend, Locale, ReviewsPort } from '@xiaopu/commerce'
import { cartPort } from './carts/carts'
import { createCatalogue } from './catalog/catalogue'
import { createInventory } from './catalog/inventory'
import { createPlaces } from './catalog/places'
import { createStockDesk } from './catalog/stock'
import { deliveryPort } from './checkout/delivery'
import { fitOneByOne } from './checkout/fit-coupons'
import { placeOrder } from './checkout/place'
import { createPlacements } from './checkout/placements'
import { quote } from './checkout/quote'
import { type Accounts, createAccounts } from './customers/account'
import { shoppersPort } from './customers/shoppers'
import { loginStrategies, passwordOf } from './customers/strategies'
import { createTokens } from './customers/tokens'
import { createLeases } from './locks/leases'
import { createIds } from './mapping/ids'
import { StoreConfigDocument } from './operations/documents'
import {
  DEFAULT_FRESHNESS,
  DEFAULT_RULES,
  DEFAULT_TIMEOUTS,
  type LoginStrategyName,
  type MagentoOptions,
} from './options'
import { createErrands } from './orders/errands'
import { eventsPort } from './orders/events'
import { checkPrefix } from './orders/number'
import { ordersPort } from './orders/orders'
import { confirmingReceipt } from './orders/receipt'
import { recordingRefunds } from './orders/record-refund'
import { createRefunds } from './orders/refunds'
import { replacementsPort } from './orders/replacements'
import { createShipments } from './orders/shipments'
import { createOrderStates } from './orders/states'
import { createOrderSync } from './orders/sync'
import { reviewsPort } from './reviews/reviews'
import { type Shop, TILL_LOCALE, type Trade } from './shop'
import { homeDocument } from './store/home-block'
import { createStoreViews } from './store/store-views'
import { createShelves } from './stores/shelves'
import { storesPort } from './stores/stores'
import { createTill } from './till/till'
import { createGraphqlClient } from './transport/graphql'
import { guarded } from './transport/guarded'
import { createReadCache } from './transport/read-cache'
import { createRestClient } from './transport/rest'
import { createWire } from './transport/wire'

/** The commerce port on a Magento, and what only a Magento has. */
export interface MagentoCommerce extends CommerceBackend {
  readonly reviews: ReviewsPort
  /** JSON of the CMS block `wx_home`, unchecked; null: the merchant has written none. */
  homeDocument(locale: Locale): Promise<unknown>
  /** Follows orders the merchant has changed at Magento. A job, every minute; answers with how many were looked at. */
  syncOrders(): Promise<number>
  /** For Magento's webhook: that order (by Magento's number) has changed. False: it is none of ours. */
  orderChanged(magentoNumber: string): Promise<boolean>
  /** Tells Magento what it has not heard yet: invoices, comments, credit memos. A job, every minute. */
  runErrands(): Promise<{ done: number; failed: number }>
  /** By which way shoppers are logged in; null: nobody has been yet. */
  loginStrategy(): LoginStrategyName | null
}

/**
 * The commerce port on Magento 2.4.7 or later, Adobe Commerce or Mage-OS. The database, which `migrateMagento` has brought
 * up to date, stays the caller's: `close` leaves it open. Nothing is asked of Magento yet.
 *
 * @throws RangeError for an order number prefix that cannot be
 */
export function createMagentoCommerce(options: MagentoOptions): MagentoCommerce {
  const { database, clock = () => new Date(), storeViews, integration, login = 'auto' } = options
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts }
  const rules = { ...DEFAULT_RULES, ...options.rules }
  const base = options.url.replace(/\/+$/, '').replace(/\/graphql$/, '')
  const graphqlUrl = `${base}/graphql`
  const wire = createWire(options.fetch ?? globalThis.fetch)
  const graphql = createGraphqlClient({ url: graphqlUrl, wire, timeouts, clock })
  const restUrl = `${base}/rest/${storeViews[TILL_LOCALE]}`
  const rest = createRestClient({ url: restUrl, wire, timeouts, integration, clock })
  const cache = createReadCache({ ...DEFAULT_FRESHNESS, ...options.freshness }, clock)
  const views = createStoreViews({ graphql, cache, storeViews })
  const ids = createIds(database.db)
  const stock = createStockDesk(views)
  const leases = createLeases(database.db)
  const shop: Shop = { database, clock, rules, graphql, rest, views, ids }
  const catalogue = createCatalogue({ views, ids, stock, inventory: createInventory({ rest, views }), rules, clock })
  const places = createPlaces(views, options.undeliverableAttribute ?? null)
  const trade: Trade = { ...shop, catalogue, places }

  const accounts: Accounts = createAccounts({
    shop,
    leases,
    domain: options.customerEmailDomain,
    // Only a way that logs in by password needs one; until a better way has worked, it may come to that.
    passwordFor: (email) => ((tokens.strategy() ?? 'password') === 'password' ? passwordOf(integration, email) : null),
  })
  const strategies = loginStrategies({ rest, graphql, graphqlUrl, store: storeViews[TILL_LOCALE], integration })
  const tokens = createTokens({ accounts, strategies, login, views, clock })
  const till = createTill(shop)
  const prefix = checkPrefix(options.orderNumberPrefix ?? '')
  const placements = createPlacements({ shop, accounts, prefix, settlesAfter: timeouts.placeOrder + 15_000 })
  const stores = storesPort(views, createShelves(shop))
  const checkout = { trade, till, tokens, leases, stores, placements, paymentMethod: options.paymentMethod }
  const refunds = createRefunds(shop)
  const errands = createErrands({ shop, leases, refunds, onFailed: options.onErrandFailed })
  const states = createOrderStates({ shop, leases, errands, refunds, shipments: createShipments(shop) })
  const sync = createOrderSync({ shop, leases, states })
  const recordRefund = recordingRefunds({ shop, errands, states })

  return {
    name: 'magento',
    get capabilities() {
      return {
        stock: stock.exact() ? ('exact' as const) : ('flag' as const),
        soldCounts: false,
        reservesStock: true,
        // Magento's lists of Open Source have no filter for it; whether they show what is sold out is the merchant's.
        stockFilter: false,
        couponReasons: false,
        couponsPerOrder: 1,
        refundsByMerchant: true,
        // Magento's methods send all of a cart or nothing of it: an attribute of the merchant's says more.
        undeliverableGoods: places.has,
        // What lies in a pickup location is part of the stock that is sent (MSI): once that is gone, its till takes no more.
        pickupOnlyGoods: false,
        // Those of its website. What is written here stays here: a review of Open Source is stars and words without an id.
        keepsReviews: true,
        // Magento keeps stock for its orders only, and an exchange is none: its web APIs take no reservations.
        reservesReplacements: false,
      }
    },
    catalog: guarded(catalogue.port),
    carts: guarded(cartPort(trade)),
    checkout: guarded({
      quote: (context, request) => quote(checkout, context, request),
      fitCoupons: (context, request) =>
        fitOneByOne(request.coupons, (code) => quote(checkout, context, { ...request, coupons: [code] })),
      stackableOf: async () => new Set(),
      place: (context, request) => placeOrder(checkout, context, request),
    }),
    delivery: guarded(deliveryPort(trade)),
    orders: guarded(ordersPort(database.db, states, { confirmReceipt: confirmingReceipt(shop, leases), recordRefund })),
    replacements: guarded(replacementsPort({ trade, errands })),
    reviews: guarded(reviewsPort({ shop: trade, tokens })),
    shoppers: guarded(shoppersPort({ shop, accounts, leases, placements })),
    stores: guarded(stores),
    events: eventsPort(database.db, clock),
    merchant: null,
    ...guarded({
      async ping() {
        await stock.probe()
        await graphql.read(StoreConfigDocument, {}, { store: storeViews[TILL_LOCALE] })
      },
      homeDocument: (locale: Locale) => homeDocument(views, locale),
      syncOrders: sync.poll,
      orderChanged: sync.changed,
      runErrands: errands.run,
    }),
    async close() {},
    loginStrategy: tokens.strategy,
  }
}
