/** What other systems are told. Written with the change itself, read at least once, in order per order. */
export type DomainEvent = { id: string; occurredAt: Date } & (
  | { type: 'order.placed'; orderId: string }
  | { type: 'order.paid'; orderId: string }
  | { type: 'order.cancelled'; orderId: string }
  | { type: 'order.shipped'; orderId: string; shipmentId: string }
  | { type: 'order.completed'; orderId: string }
)

export interface EventsPort {
  /**
   * Leases events nobody else holds; unconfirmed ones come again after `leaseMs`. An order's next event is not given
   * out before the one ahead of it is confirmed.
   */
  claim(limit: number, leaseMs: number): Promise<DomainEvent[]>
  confirm(eventIds: string[]): Promise<void>
}
