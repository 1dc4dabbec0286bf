import type { Locale } from '@xiaopu/contract'
import { createCaller } from './call/caller'
import type { CallReport } from './call/report'
import { createSessionKeeper, type SessionSource } from './call/session-keeper'
import { type AddressesResource, addressesResource } from './resources/addresses'
import { type AfterSalesResource, afterSalesResource } from './resources/after-sales'
import { type CartResource, cartResource } from './resources/cart'
import { type CatalogResource, catalogResource } from './resources/catalog'
import { type CheckoutResource, checkoutResource } from './resources/checkout'
import { type FapiaoResource, fapiaoResource } from './resources/fapiao'
import { type HomeResource, homeResource } from './resources/home'
import {
  type FavouritesResource,
  favouritesResource,
  type HistoryResource,
  historyResource,
} from './resources/keepsakes'
import { type MeResource, meResource } from './resources/me'
import { type MessagesResource, messagesResource } from './resources/messages'
import { type OrdersResource, ordersResource } from './resources/orders'
import { type PaymentsResource, paymentsResource } from './resources/payments'
import { type RestockResource, restockResource } from './resources/restock'
import { type ReviewsResource, reviewsResource } from './resources/reviews'
import { type SearchResource, searchResource } from './resources/search'
import { type SessionsResource, sessionsResource } from './resources/sessions'
import { type StoresResource, storesResource } from './resources/stores'
import { type UploadsResource, uploadsResource } from './resources/uploads'
import { type WalletResource, walletResource } from './resources/wallet'
import { type Clock, systemClock } from './wire/clock'
import { type Transport, TransportError, type UploadTransport } from './wire/transport'

export interface ApiClientOptions {
  /** Of the gateway, such as `https://api.shiwu.example`; a trailing slash does no harm. */
  origin: string
  transport: Transport
  /** For files; a client without one sends none. */
  uploadTransport?: UploadTransport
  session: SessionSource
  /** Asked at every call: the language of names and texts. */
  locale: () => Locale
  clock?: Clock
  /** In [0, 1): spreads the retries. */
  random?: () => number
  /** Hears of each attempt. What it throws is ignored: a broken log must not break a purchase. */
  onRequest?: (report: CallReport) => void
}

export interface ApiClient {
  home: HomeResource
  catalog: CatalogResource
  stores: StoresResource
  sessions: SessionsResource
  me: MeResource
  cart: CartResource
  checkout: CheckoutResource
  orders: OrdersResource
  payments: PaymentsResource
  messages: MessagesResource
  restock: RestockResource
  reviews: ReviewsResource
  addresses: AddressesResource
  favourites: FavouritesResource
  history: HistoryResource
  search: SearchResource
  uploads: UploadsResource
  wallet: WalletResource
  afterSales: AfterSalesResource
  fapiao: FapiaoResource
}

/**
 * The storefront's only way to the gateway. Every function settles; what it rejects with is always an `ApiError`.
 *
 * Calls that need a session ask `session.renew()` when there is none or when the gateway refuses it: once for all calls
 * that need it at the time, and once per call, so that a refused shopper is told instead of kept in a loop.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const {
    transport,
    uploadTransport = noUploads,
    session: source,
    locale,
    clock = systemClock,
    random = Math.random,
    onRequest,
  } = options
  const call = createCaller({
    origin: options.origin.replace(/\/+$/, ''),
    transport,
    uploadTransport,
    session: createSessionKeeper(source, clock),
    locale,
    clock,
    random,
    report(report) {
      try {
        onRequest?.(report)
      } catch {
        // Said above: it is only a log.
      }
    },
  })
  return {
    home: homeResource(call),
    catalog: catalogResource(call),
    stores: storesResource(call),
    sessions: sessionsResource(call, source),
    me: meResource(call),
    cart: cartResource(call),
    checkout: checkoutResource(call),
    orders: ordersResource(call),
    payments: paymentsResource(call),
    messages: messagesResource(call),
    restock: restockResource(call),
    reviews: reviewsResource(call),
    addresses: addressesResource(call),
    favourites: favouritesResource(call),
    history: historyResource(call),
    search: searchResource(call),
    uploads: uploadsResource(call),
    wallet: walletResource(call),
    afterSales: afterSalesResource(call),
    fapiao: fapiaoResource(call),
  }
}

const noUploads: UploadTransport = async () => {
  throw new TransportError('network', { cause: new Error('this client was given no uploadTransport') })
}
