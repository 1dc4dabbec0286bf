import { applyEvent, type Transition, type Transitions } from './transitions'

/**
 * One payment of one order at WeChat, seen from the shop.
 * `closed`: the WeChat order was closed and can take no money; late money is still possible where closing and paying
 * crossed on the wire.
 */
export type PaymentState = 'created' | 'prepaid' | 'paid' | 'closed' | 'refunding' | 'refunded' | 'refund_failed'

/**
 * `prepay`: WeChat gave a prepay id (again, after its two hours). `succeed`: money confirmed, by callback or query.
 * `close`: closed at WeChat before any money came.
 */
export type PaymentEvent = 'prepay' | 'succeed' | 'close' | 'refund' | 'refund_succeed' | 'refund_fail'

export const paymentTransitions: Transitions<PaymentState, PaymentEvent> = {
  created: { prepay: 'prepaid', succeed: 'paid', close: 'closed' },
  prepaid: { prepay: 'prepaid', succeed: 'paid', close: 'closed' },
  paid: { refund: 'refunding' },
  closed: { succeed: 'paid' },
  refunding: { refund_succeed: 'refunded', refund_fail: 'refund_failed' },
  refund_failed: { refund: 'refunding', refund_succeed: 'refunded' },
  refunded: {},
}

export function applyPaymentEvent(state: PaymentState, event: PaymentEvent): Transition<PaymentState> {
  return applyEvent(paymentTransitions, state, event)
}
