import type { Fen } from './values'

/** What other systems are told. Written with the change itself, read at least once, in order per order. */
export type DomainEvent = { id: string; occurredAt: Date } & (
  | { type: 'order.placed'; orderId: string }
  | { type: 'order.paid'; orderId: string }
  | { type: 'order.cancelled'; orderId: string }
  | { type: 'order.shipped'; orderId: string; shipmentId: string }
  /** What is picked up waits in the store. */
  | { type: 'order.ready'; orderId: string }
  | { type: 'order.completed'; orderId: string }
  | OrderRefunded
)

/**
 * The merchant has sent money of a paid order back in the shop system, or called off an order that was paid: the money
 * has to go back where it came from. Told once for each refund there, and never for one that was started here. Whether
 * the order lives on is told by `order.cancelled`.
 */
export interface OrderRefunded {
  type: 'order.refunded'
  orderId: string
  /** The shop system's id of this refund, unique within the order; at most 24 of 0-9A-Za-z_-. */
  refundId: string
  amount: Fen
}

export interface EventsPort {
  /**
   * Leases events nobody else holds; unconfirmed ones come again after `leaseMs`. An order's next event is not given
   * out before the one ahead of it is confirmed.
   */
  claim(limit: number, leaseMs: number): Promise<DomainEvent[]>
  confirm(eventIds: string[]): Promise<void>
}
