import type {
  AfterSale,
  AfterSaleOptions,
  AfterSalePage,
  AfterSaleQuery,
  AfterSaleRequest,
  Waybill,
} from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const getAfterSaleOptions = endpoint({
  name: 'getAfterSaleOptions',
  method: 'GET',
  path: '/v1/orders/:orderId/after-sale-options',
  auth: 'shopper',
  status: 200,
})
const requestAfterSale = endpoint({
  name: 'requestAfterSale',
  method: 'POST',
  path: '/v1/orders/:orderId/after-sales',
  auth: 'shopper',
  status: 201,
})
const listAfterSales = endpoint({
  name: 'listAfterSales',
  method: 'GET',
  path: '/v1/after-sales',
  auth: 'shopper',
  status: 200,
})
const getAfterSale = endpoint({
  name: 'getAfterSale',
  method: 'GET',
  path: '/v1/after-sales/:afterSaleId',
  auth: 'shopper',
  status: 200,
})
const withdrawAfterSale = endpoint({
  name: 'withdrawAfterSale',
  method: 'POST',
  path: '/v1/after-sales/:afterSaleId/withdraw',
  auth: 'shopper',
  status: 200,
})
const giveReturnWaybill = endpoint({
  name: 'giveReturnWaybill',
  method: 'PUT',
  path: '/v1/after-sales/:afterSaleId/waybill',
  auth: 'shopper',
  status: 200,
})
const confirmReplacement = endpoint({
  name: 'confirmReplacement',
  method: 'POST',
  path: '/v1/after-sales/:afterSaleId/replacement-receipt',
  auth: 'shopper',
  status: 200,
})

/** `limit` is 10 unless said otherwise, 50 at most. */
export type AfterSaleListing = Omit<AfterSaleQuery, 'limit'> & { limit?: number }

export interface AfterSalesResource {
  /** What can still be asked for of an own order. @throws {ApiError} `not_found` */
  options(orderId: string, options?: CallOptions): Promise<AfterSaleOptions>
  /**
   * Asks for it. Sent a second time when no answer came: the same key is the same after-sale.
   *
   * @param options.idempotencyKey one per form the shopper means to send; a second tap sends the same
   * @throws {ApiError} `not_found`, `after_sale_over` (unpaid, or its time has passed), `after_sale_too_much` (more pieces or
   * more money than is left, or the same was asked already), `validation_failed`, `idempotency_key_reused`
   */
  request(
    orderId: string,
    body: AfterSaleRequest,
    options: CallOptions & { idempotencyKey: string },
  ): Promise<AfterSale>
  /** Own ones, newest first. */
  list(query?: AfterSaleListing, options?: CallOptions): Promise<AfterSalePage>
  /** @throws {ApiError} `not_found` */
  get(afterSaleId: string, options?: CallOptions): Promise<AfterSale>
  /** Again changes nothing. @throws {ApiError} `not_found`, `after_sale_moved`: the merchant was faster */
  withdraw(afterSaleId: string, options?: CallOptions): Promise<AfterSale>
  /** Says how the goods were sent back, or corrects it. @throws {ApiError} `not_found`, `after_sale_moved` */
  sendBack(afterSaleId: string, waybill: Waybill, options?: CallOptions): Promise<AfterSale>
  /** Again changes nothing. @throws {ApiError} `not_found`, `after_sale_moved` */
  confirmReplacement(afterSaleId: string, options?: CallOptions): Promise<AfterSale>
}

export const afterSalesResource = (call: Caller): AfterSalesResource => ({
  options: (orderId, options) => call(getAfterSaleOptions, { ...options, params: { orderId } }),
  request: (orderId, body, options) => call(requestAfterSale, { ...options, params: { orderId }, body }),
  list: (query, options) => call(listAfterSales, { ...options, query }),
  get: (afterSaleId, options) => call(getAfterSale, { ...options, params: { afterSaleId } }),
  withdraw: (afterSaleId, options) => call(withdrawAfterSale, { ...options, params: { afterSaleId } }),
  sendBack: (afterSaleId, waybill, options) =>
    call(giveReturnWaybill, { ...options, params: { afterSaleId }, body: waybill }),
  confirmReplacement: (afterSaleId, options) => call(confirmReplacement, { ...options, params: { afterSaleId } }),
})
