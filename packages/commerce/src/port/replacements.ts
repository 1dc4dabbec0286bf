import type { PurchaseItem } from './checkout'

/** Goods that are to be sent in exchange for others of an order. */
export interface ReplacementRequest {
  /** Of the exchange: the same is set aside once. 1–64 of 0-9A-Za-z_-. */
  id: string
  orderId: string
  lines: PurchaseItem[]
}

/**
 * Goods for exchanges. Where the capability `reservesReplacements` says so they are nobody else's from when the merchant has
 * agreed; elsewhere it is only looked whether there are any, and the shop's people are told to keep them.
 */
export interface ReplacementsPort {
  /**
   * All of the pieces or none. Idempotent. `over`: it was given back or sent before. `available` is null where the back end
   * tells no numbers.
   */
  setAside(
    request: ReplacementRequest,
  ): Promise<
    | { ok: true }
    | { ok: false; problem: 'sold_out'; lines: { skuId: string; available: number | null }[] }
    | { ok: false; problem: 'over' }
  >
  /** Nothing is sent: the pieces can be sold again. Idempotent, also before and without anything having been set aside. */
  giveBack(id: string): Promise<void>
  /** The pieces have left. `returned` are those that came back for them and can be sold again. Idempotent. */
  send(id: string, returned: PurchaseItem[]): Promise<void>
}
