import { type Handlers, shopperContext } from '../../http/calls'
import type { Orders } from './service'

export const ordersRoutes = (
  orders: Orders,
): Handlers<
  'placeOrder' | 'listOrders' | 'countOrders' | 'getOrder' | 'cancelOrder' | 'confirmReceipt' | 'checkReceipt'
> => ({
  placeOrder: (call) => orders.place(shopperContext(call), call.idempotencyKey, call.body),
  listOrders: (call) => orders.list(shopperContext(call), call.query),
  countOrders: (call) => orders.counts(shopperContext(call)),
  getOrder: (call) => orders.get(shopperContext(call), call.params.orderId),
  cancelOrder: (call) => orders.cancel(shopperContext(call), call.params.orderId, call.body),
  checkReceipt: (call) => orders.checkReceipt(shopperContext(call), call.params.orderId),
  confirmReceipt: (call) => orders.confirmReceipt(shopperContext(call), call.params.orderId),
})
