import type { ShopperContext } from './values'

/** What is kept of a shopper besides cart and orders, which have ports of their own; and how somebody is forgotten. */
export interface ShoppersPort {
  /** For the shopper to read, by what it is: plain JSON, instants as text. */
  kept(context: ShopperContext): Promise<Record<string, unknown[]>>
  /**
   * Forgets the shopper: cart, account, the name under what they have written. Orders stay as books have to, under an id
   * that leads to nobody any more. Idempotent; somebody nobody knows is no error. The caller has made sure that nothing is
   * on its way: no order unpaid or undelivered.
   */
  forget(customerId: string): Promise<void>
}
