import type {
  CancelOrder,
  FapiaoRequest,
  Order,
  OrderCounts,
  OrderPage,
  OrderQuery,
  ParcelTrace,
  PlaceOrder,
} from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const placeOrder = endpoint({ name: 'placeOrder', method: 'POST', path: '/v1/orders', auth: 'shopper', status: 201 })
const listOrders = endpoint({ name: 'listOrders', method: 'GET', path: '/v1/orders', auth: 'shopper', status: 200 })
const countOrders = endpoint({
  name: 'countOrders',
  method: 'GET',
  path: '/v1/orders/counts',
  auth: 'shopper',
  status: 200,
})
const getOrder = endpoint({
  name: 'getOrder',
  method: 'GET',
  path: '/v1/orders/:orderId',
  auth: 'shopper',
  status: 200,
})
const cancelOrder = endpoint({
  name: 'cancelOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/cancel',
  auth: 'shopper',
  status: 200,
})
const confirmReceipt = endpoint({
  name: 'confirmReceipt',
  method: 'POST',
  path: '/v1/orders/:orderId/receipt',
  auth: 'shopper',
  status: 200,
})

const checkReceipt = endpoint({
  name: 'checkReceipt',
  method: 'POST',
  path: '/v1/orders/:orderId/receipt/check',
  auth: 'shopper',
  status: 200,
})
const remindShipping = endpoint({
  name: 'remindShipping',
  method: 'POST',
  path: '/v1/orders/:orderId/reminder',
  auth: 'shopper',
  status: 200,
})
const extendReceipt = endpoint({
  name: 'extendReceipt',
  method: 'POST',
  path: '/v1/orders/:orderId/receipt-extension',
  auth: 'shopper',
  status: 200,
})
const deleteOrder = endpoint({
  name: 'deleteOrder',
  method: 'DELETE',
  path: '/v1/orders/:orderId',
  auth: 'shopper',
  status: 204,
})
const traceParcel = endpoint({
  name: 'traceParcel',
  method: 'GET',
  path: '/v1/orders/:orderId/shipments/:shipmentId/trace',
  auth: 'shopper',
  status: 200,
})
const requestFapiao = endpoint({
  name: 'requestFapiao',
  method: 'POST',
  path: '/v1/orders/:orderId/fapiao',
  auth: 'shopper',
  status: 200,
})

/** A back end may need its time to write an order; giving up early would only make the shopper ask twice. */
const placingTimeoutMs = 45_000

/** `limit` is 10 unless said otherwise, 50 at most. */
export type OrderListing = Omit<OrderQuery, 'limit'> & { limit?: number }

export interface OrdersResource {
  /**
   * Places the order the shopper was quoted; stock is reserved until the order expires.
   *
   * Unlike every other write it is sent a second time when no answer came. That is safe because the gateway remembers the
   * key: if the first request did get through, the second is answered with the order it made, and there is still one order.
   *
   * @param options.idempotencyKey one per order the shopper means to place ({@link newIdempotencyKey}); a second tap sends the same
   * @throws {ApiError} `quote_changed`, `lines_unavailable` (with `lines`), `nothing_to_buy`, `address_undeliverable`,
   * `request_in_progress`, `idempotency_key_reused`
   */
  place(body: PlaceOrder, options: CallOptions & { idempotencyKey: string }): Promise<Order>
  /** Own orders, newest first. */
  list(query?: OrderListing, options?: CallOptions): Promise<OrderPage>
  counts(options?: CallOptions): Promise<OrderCounts>
  /** @throws {ApiError} `not_found`, also for the order of somebody else */
  get(orderId: string, options?: CallOptions): Promise<Order>
  /** @throws {ApiError} `not_found`, `order_not_cancellable` */
  cancel(orderId: string, said?: CancelOrder | null, options?: CallOptions): Promise<Order>
  /** Everything has arrived. Saying it again changes nothing. @throws {ApiError} `not_found`, `order_not_shipped` */
  confirmReceipt(orderId: string, options?: CallOptions): Promise<Order>
  /**
   * The order as it stands once WeChat was asked whether its shopper has confirmed receipt there. Nothing changes unless WeChat says so.
   *
   * @throws {ApiError} `not_found`, `wechat_unavailable`
   */
  checkReceipt(orderId: string, options?: CallOptions): Promise<Order>
  /** Asks the shop to send. @throws {ApiError} `not_found`, `order_not_waiting`, `too_early_to_remind`, `reminded_today` */
  remind(orderId: string, options?: CallOptions): Promise<Order>
  /** @throws {ApiError} `not_found`, `order_not_shipped`, `receipt_extended` */
  extendReceipt(orderId: string, options?: CallOptions): Promise<Order>
  /** Deleting it again changes nothing. @throws {ApiError} `not_found`, `order_not_over` */
  remove(orderId: string, options?: CallOptions): Promise<void>
  /** How far a parcel is; answers also while nobody can say. @throws {ApiError} `not_found` */
  trace(orderId: string, shipmentId: string, options?: CallOptions): Promise<ParcelTrace>
  /** @throws {ApiError} `not_found`, `fapiao_not_possible`, `fapiao_requested`, `validation_failed` */
  requestFapiao(orderId: string, fapiao: FapiaoRequest, options?: CallOptions): Promise<Order>
}

export const ordersResource = (call: Caller): OrdersResource => ({
  place: (body, options) => call(placeOrder, { ...options, body, timeoutMs: placingTimeoutMs }),
  list: (query, options) => call(listOrders, { ...options, query }),
  counts: (options) => call(countOrders, options),
  get: (orderId, options) => call(getOrder, { ...options, params: { orderId } }),
  cancel: (orderId, said, options) => call(cancelOrder, { ...options, params: { orderId }, body: said ?? null }),
  confirmReceipt: (orderId, options) => call(confirmReceipt, { ...options, params: { orderId } }),
  checkReceipt: (orderId, options) => call(checkReceipt, { ...options, params: { orderId } }),
  remind: (orderId, options) => call(remindShipping, { ...options, params: { orderId } }),
  extendReceipt: (orderId, options) => call(extendReceipt, { ...options, params: { orderId } }),
  remove: (orderId, options) => call(deleteOrder, { ...options, params: { orderId } }),
  trace: (orderId, shipmentId, options) => call(traceParcel, { ...options, params: { orderId, shipmentId } }),
  requestFapiao: (orderId, fapiao, options) => call(requestFapiao, { ...options, params: { orderId }, body: fapiao }),
})
