import type { Quote, QuoteRequest } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const quote = endpoint({ name: 'quote', method: 'POST', path: '/v1/checkout/quote', auth: 'shopper', status: 200 })

export interface CheckoutResource {
  /**
   * What it would cost and what stands in the way (`problems`); reserves nothing. Coupon codes belong to the quote: an
   * order placed on its id has them. Those that do not count are in `couponsRefused` and stand in the way of nothing.
   */
  quote(request: QuoteRequest, options?: CallOptions): Promise<Quote>
}

export const checkoutResource = (call: Caller): CheckoutResource => ({
  quote: (request, options) => call(quote, { ...options, body: request }),
})
