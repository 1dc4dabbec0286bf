import { type Handlers, shopperContext } from '../../http/calls'
import type { Logistics } from './service'

export const logisticsHandlers = (logistics: Logistics): Handlers<'traceParcel'> => ({
  traceParcel: (call) => logistics.trace(shopperContext(call), call.params.orderId, call.params.shipmentId),
})
