import type { Order, OrderStatus } from '../port/orders'
import { applyEvent, type Transition, type Transitions } from './transitions'

/** `refund` is the whole order's money going back, before or after it was sent. `ready` and `collect` are of a store. */
export type OrderEvent = 'pay' | 'cancel' | 'ship' | 'complete' | 'refund' | 'ready' | 'collect'

/** How the goods get to the shopper. */
export type DeliveryKind = 'parcel' | 'pickup'

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

/** The same of goods that are picked up: nobody sends them, and receipt is what the till says. */
export const pickupTransitions: Transitions<OrderStatus, OrderEvent> = {
  pending_payment: { pay: 'paid', cancel: 'cancelled' },
  paid: { ready: 'shipped', refund: 'cancelled' },
  shipped: { collect: 'completed', refund: 'cancelled' },
  completed: {},
  cancelled: {},
}

export function applyOrderEvent(
  status: OrderStatus,
  event: OrderEvent,
  delivery: DeliveryKind = 'parcel',
): Transition<OrderStatus> {
  return applyEvent(delivery === 'pickup' ? pickupTransitions : orderTransitions, status, event)
}

export const deliveryOf = ({ pickup }: Pick<Order, 'pickup'>): DeliveryKind => (pickup ? 'pickup' : 'parcel')
