import { type Handlers, shopperContext } from '../../http/calls'
import type { Checkout } from './service'

export const checkoutRoutes = (checkout: Checkout): Handlers<'quote'> => ({
  quote: (call) => checkout.quote(shopperContext(call), call.body),
})
