import { z } from 'zod'
import { accountRoutes } from './account'
import { addressRoutes } from './addresses'
import { afterSaleRoutes } from './after-sale'
import { AddToCart, Cart, ChangeCartLine, RemoveCartLines, SelectCartLines } from './cart'
import { catalogRoutes } from './catalog-routes'
import { PlaceOrder, Quote, QuoteRequest } from './checkout'
import { Session, SignIn } from './identity'
import { keepsakeRoutes } from './keepsakes'
import { messageRoutes } from './messages'
import { CancelOrder } from './order-care'
import { orderCareRoutes } from './order-care-routes'
import { Order, OrderCounts, OrderPage, OrderQuery, PaymentState, StartedPayment } from './orders'
import { Id } from './primitives'
import type { AnyErrorCode } from './problem'
import { restockRoutes } from './restock'
import { reviewRoutes } from './reviews'
import { storeRoutes } from './store-routes'
import { suggestionRoutes } from './suggestions'
import { uploadRoutes } from './uploads'
import { walletRoutes } from './wallet'

export interface RouteContract {
  /** PUT and not PATCH: `wx.request` has no PATCH (miniprogram-api-typings, RequestOption.method). */
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  summary: string
  /** `shopper`: needs a session. `anyone`: browsing never does. `staff`, `owner`: a token of the shop's own people. */
  auth: 'anyone' | 'shopper' | 'staff' | 'owner'
  /** The caller sends an `Idempotency-Key`; the same key with the same body is answered once. */
  idempotent?: true
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** The body is one file in a multipart form, as `wx.uploadFile` sends it. */
  file?: { field: string; maxBytes: number }
  /** Bytes, where a body may be larger than others. */
  bodyLimit?: number
  status: 200 | 201 | 204
  response: z.ZodType
  errors: readonly AnyErrorCode[]
}

const orderId = z.strictObject({ orderId: Id })
const lineId = z.strictObject({ lineId: Id })
const goodsErrors = ['out_of_stock', 'off_sale', 'quantity_limit', 'cart_full', 'commerce_unavailable'] as const

/** Each call of the API, once: the gateway serves this table, OpenAPI is printed from it, the client is checked against it. */
export const routes = {
  ...catalogRoutes,
  ...storeRoutes,
  signIn: {
    method: 'POST',
    path: '/v1/sessions',
    summary: 'A session for the code of wx.login',
    auth: 'anyone',
    body: SignIn,
    status: 201,
    response: Session,
    errors: ['sign_in_refused', 'account_blocked', 'rate_limited', 'wechat_unavailable'],
  },
  signOut: {
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'End this session',
    auth: 'shopper',
    status: 204,
    response: z.void(),
    errors: [],
  },
  getCart: {
    method: 'GET',
    path: '/v1/cart',
    summary: 'The cart with prices and stock of now',
    auth: 'shopper',
    status: 200,
    response: Cart,
    errors: ['commerce_unavailable'],
  },
  addToCart: {
    method: 'POST',
    path: '/v1/cart/lines',
    summary: 'Add a SKU, or more of it',
    auth: 'shopper',
    body: AddToCart,
    status: 200,
    response: Cart,
    errors: ['not_found', ...goodsErrors],
  },
  changeCartLine: {
    method: 'PUT',
    path: '/v1/cart/lines/:lineId',
    summary: 'Another quantity or another SKU',
    auth: 'shopper',
    params: lineId,
    body: ChangeCartLine,
    status: 200,
    response: Cart,
    errors: ['not_found', ...goodsErrors],
  },
  removeCartLines: {
    method: 'POST',
    path: '/v1/cart/lines/remove',
    summary: 'Take lines out, or all that cannot be bought',
    auth: 'shopper',
    body: RemoveCartLines,
    status: 200,
    response: Cart,
    errors: ['commerce_unavailable'],
  },
  selectCartLines: {
    method: 'POST',
    path: '/v1/cart/selection',
    summary: 'Select or deselect lines',
    auth: 'shopper',
    body: SelectCartLines,
    status: 200,
    response: Cart,
    errors: ['not_found', 'commerce_unavailable'],
  },
  quote: {
    method: 'POST',
    path: '/v1/checkout/quote',
    summary: 'What it would cost, and what stands in the way',
    auth: 'shopper',
    body: QuoteRequest,
    status: 200,
    response: Quote,
    errors: ['not_found', 'commerce_unavailable'],
  },
  placeOrder: {
    method: 'POST',
    path: '/v1/orders',
    summary: 'Place the quoted order; stock is reserved until it expires',
    auth: 'shopper',
    idempotent: true,
    body: PlaceOrder,
    status: 201,
    response: Order,
    errors: [
      'idempotency_key_required',
      'idempotency_key_reused',
      'request_in_progress',
      'quote_changed',
      'lines_unavailable',
      'store_unavailable',
      'store_out_of_stock',
      'nothing_to_buy',
      'address_undeliverable',
      'commerce_unavailable',
    ],
  },
  listOrders: {
    method: 'GET',
    path: '/v1/orders',
    summary: 'Own orders, newest first',
    auth: 'shopper',
    query: OrderQuery,
    status: 200,
    response: OrderPage,
    errors: ['commerce_unavailable'],
  },
  countOrders: {
    method: 'GET',
    path: '/v1/orders/counts',
    summary: 'How many orders wait in each state',
    auth: 'shopper',
    status: 200,
    response: OrderCounts,
    errors: ['commerce_unavailable'],
  },
  getOrder: {
    method: 'GET',
    path: '/v1/orders/:orderId',
    summary: 'One own order',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: Order,
    errors: ['not_found'],
  },
  cancelOrder: {
    method: 'POST',
    path: '/v1/orders/:orderId/cancel',
    summary: 'Cancel an unpaid order, saying why or not',
    auth: 'shopper',
    params: orderId,
    body: CancelOrder.nullish(),
    status: 200,
    response: Order,
    errors: ['not_found', 'order_not_cancellable', 'wechat_unavailable'],
  },
  confirmReceipt: {
    method: 'POST',
    path: '/v1/orders/:orderId/receipt',
    summary: 'Say that everything has arrived',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: Order,
    errors: ['not_found', 'order_not_shipped', 'commerce_unavailable'],
  },
  checkReceipt: {
    method: 'POST',
    path: '/v1/orders/:orderId/receipt/check',
    summary: 'Have WeChat asked whether receipt was confirmed there; an order that was is completed',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: Order,
    errors: ['not_found', 'order_not_shipped', 'commerce_unavailable', 'wechat_unavailable'],
  },
  startPayment: {
    method: 'POST',
    path: '/v1/orders/:orderId/payment',
    summary: 'Signed parameters of wx.requestPayment',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: StartedPayment,
    errors: ['not_found', 'order_not_payable', 'wechat_unavailable'],
  },
  getPayment: {
    method: 'GET',
    path: '/v1/orders/:orderId/payment',
    summary: 'Whether it is paid; asks WeChat when nobody has said',
    auth: 'shopper',
    params: orderId,
    status: 200,
    response: PaymentState,
    errors: ['not_found'],
  },
  ...accountRoutes,
  ...addressRoutes,
  ...afterSaleRoutes,
  ...keepsakeRoutes,
  ...restockRoutes,
  ...reviewRoutes,
  ...suggestionRoutes,
  ...uploadRoutes,
  ...walletRoutes,
  ...orderCareRoutes,
  ...messageRoutes,
} as const satisfies Record<string, RouteContract>

export type Routes = typeof routes
export type RouteName = keyof Routes
