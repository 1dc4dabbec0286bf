import type { afterSaleRoutes, merchantAfterSaleRoutes } from '@xiaopu/contract'
import { type Handlers, shopperContext } from '../../http/calls'
import type { AfterSaleDesk } from './desk'
import type { refundingOrders } from './refund-order'
import type { AfterSales } from './service'

type AfterSaleRoute = keyof typeof afterSaleRoutes | keyof typeof merchantAfterSaleRoutes

export const afterSaleHandlers = (
  afterSales: AfterSales,
  desk: AfterSaleDesk,
  refundOrder: ReturnType<typeof refundingOrders>,
): Handlers<AfterSaleRoute> => ({
  getAfterSaleOptions: (call) => afterSales.options(shopperContext(call), call.params.orderId),
  requestAfterSale: (call) =>
    afterSales.request(shopperContext(call), call.params.orderId, call.idempotencyKey, call.body),
  listAfterSales: (call) => afterSales.list(shopperContext(call), call.query),
  getAfterSale: (call) => afterSales.get(shopperContext(call), call.params.afterSaleId),
  withdrawAfterSale: (call) => afterSales.withdraw(shopperContext(call), call.params.afterSaleId),
  giveReturnWaybill: (call) => afterSales.sendBack(shopperContext(call), call.params.afterSaleId, call.body),
  confirmReplacement: (call) => afterSales.confirmReplacement(shopperContext(call), call.params.afterSaleId),

  listMerchantAfterSales: ({ query }) => desk.list(query),
  getMerchantAfterSale: ({ params }) => desk.get(params.afterSaleId),
  approveAfterSale: ({ params, body }) => desk.approve(params.afterSaleId, body),
  refuseAfterSale: ({ params, body }) => desk.refuse(params.afterSaleId, body.words),
  receiveReturn: ({ params, body }) => desk.receive(params.afterSaleId, body.restock),
  sendReplacement: ({ params, body }) => desk.sendReplacement(params.afterSaleId, body),
  refundAfterSale: ({ params }) => desk.refund(params.afterSaleId),
  refundOrder: ({ params, idempotencyKey, body }) => refundOrder(params.orderId, idempotencyKey, body),
})
