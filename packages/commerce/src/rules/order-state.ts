import type { OrderStatus } from '../port/orders'
import { applyEvent, type Transition, type Transitions } from './transitions'

/** `refund` is the whole order's money going back, before or after it was sent. */
export type OrderEvent = 'pay' | 'cancel' | 'ship' | 'complete' | 'refund'

/**
 * An order's life. Money that arrives for a cancelled order does not bring it back (its stock is gone): the caller
 * sends the money back instead.
 */
export const orderTransitions: Transitions<OrderStatus, OrderEvent> = {
  pending_payment: { pay: 'paid', cancel: 'cancelled' },
  paid: { ship: 'shipped', refund: 'cancelled' },
  shipped: { complete: 'completed', refund: 'cancelled' },
  completed: {},
  cancelled: {},
}

export function applyOrderEvent(status: OrderStatus, event: OrderEvent): Transition<OrderStatus> {
  return applyEvent(orderTransitions, status, event)
}
