export { ApiError, type ApiErrorCode, isApiError } from './api-error'
export type { CallOptions } from './call/caller'
export type { CallReport } from './call/report'
export type { SessionSource } from './call/session-keeper'
export { type ApiClient, type ApiClientOptions, createApiClient } from './client'
export { newIdempotencyKey } from './idempotency-key'
export type { AddressesResource } from './resources/addresses'
export type { AfterSaleListing, AfterSalesResource } from './resources/after-sales'
export type { CartResource } from './resources/cart'
export type { CatalogResource, ProductListing } from './resources/catalog'
export type { CheckoutResource } from './resources/checkout'
export type { HomeResource } from './resources/home'
export type { FavouritesResource, HistoryResource, KeptListing } from './resources/keepsakes'
export type { MeResource } from './resources/me'
export type { MessagesResource } from './resources/messages'
export type { OrderListing, OrdersResource } from './resources/orders'
export type { PaymentsResource } from './resources/payments'
export type { RestockResource } from './resources/restock'
export type { ReviewListing, ReviewsResource } from './resources/reviews'
export type { SearchResource } from './resources/search'
export type { SessionsResource } from './resources/sessions'
export type { StoresResource } from './resources/stores'
export type { UploadOptions, UploadsResource } from './resources/uploads'
export type { WalletResource } from './resources/wallet'
export { type Aborter, type AbortSignalLike, createAborter } from './wire/abort'
export { type Clock, systemClock } from './wire/clock'
export type { FacetSelection } from './wire/facet-choices'
export {
  type Transport,
  type TransportAnswer,
  TransportError,
  type TransportRequest,
  type UploadRequest,
  type UploadTransport,
} from './wire/transport'
