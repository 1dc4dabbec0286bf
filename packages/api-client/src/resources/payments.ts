import type { PaymentState, StartedPayment } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const startPayment = endpoint({
  name: 'startPayment',
  method: 'POST',
  path: '/v1/orders/:orderId/payment',
  auth: 'shopper',
  status: 200,
})
const getPayment = endpoint({
  name: 'getPayment',
  method: 'GET',
  path: '/v1/orders/:orderId/payment',
  auth: 'shopper',
  status: 200,
})

export interface PaymentsResource {
  /**
   * The signed parameters of `wx.requestPayment`, or `settled` when there is nothing to pay.
   * @throws {ApiError} `not_found`, `order_not_payable`, `wechat_unavailable`
   */
  start(orderId: string, options?: CallOptions): Promise<StartedPayment>
  /** Whether it is paid. Ask after `wx.requestPayment` whatever that answered: only the gateway knows. */
  state(orderId: string, options?: CallOptions): Promise<PaymentState>
}

export const paymentsResource = (call: Caller): PaymentsResource => ({
  start: (orderId, options) => call(startPayment, { ...options, params: { orderId } }),
  state: (orderId, options) => call(getPayment, { ...options, params: { orderId } }),
})
