import { type Handlers, shopperContext } from '../../http/calls'
import type { Orders } from '../orders/service'
import type { OrdersCare } from './service'

type CareRoute = 'remindShipping' | 'extendReceipt' | 'deleteOrder' | 'listReminders'

export const orderCareHandlers = (care: OrdersCare, orders: Pick<Orders, 'get'>): Handlers<CareRoute> => ({
  remindShipping: async (call) => {
    await care.remind(shopperContext(call), call.params.orderId)
    return orders.get(shopperContext(call), call.params.orderId)
  },
  extendReceipt: async (call) => {
    await care.extend(shopperContext(call), call.params.orderId)
    return orders.get(shopperContext(call), call.params.orderId)
  },
  deleteOrder: (call) => care.remove(shopperContext(call), call.params.orderId),
  listReminders: async () => ({ reminders: await care.reminders() }),
})
