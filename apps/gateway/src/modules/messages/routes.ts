import { type Handlers, shopperContext } from '../../http/calls'
import type { Permits } from './permits'

export const messageHandlers = (permits: Permits): Handlers<'listOrderMessages' | 'answerOrderMessages'> => ({
  listOrderMessages: async (call) => ({ offers: await permits.offers(shopperContext(call), call.params.orderId) }),
  answerOrderMessages: (call) => permits.answer(shopperContext(call), call.params.orderId, call.body),
})
