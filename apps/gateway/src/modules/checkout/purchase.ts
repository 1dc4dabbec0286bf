import { createHash } from 'node:crypto'
import type { Address, PickupRequest, PurchaseItem, Quote } from '@xiaopu/commerce'
import type { DeliveryChoice, DeliveryWish } from '@xiaopu/contract'

/** A line of a purchase; `lineId` is the cart's, null when bought at once. */
export interface PurchaseLine extends PurchaseItem {
  lineId: string | null
}

/** What a quote id stands for: what is bought, and what every piece was said to cost. */
export interface QuotedPurchase {
  source: 'cart' | 'direct'
  lines: PurchaseLine[]
  total: number
  /** The codes that counted; one that was refused is not kept, so that the order is what the shopper saw. */
  coupons?: string[]
  /** As gateways that knew one code kept it: such a quote may still be ordered for a day. */
  coupon?: string | null
}

/** Several codes, or the one that clients and gateways of before knew of. */
export const codesOf = ({ coupons, coupon }: { coupons?: string[]; coupon?: string | null }): string[] =>
  coupons ?? (coupon ? [coupon] : [])

/** The part of an address that decides fee and delivery; a corrected door number changes no quote. */
export type Region = Pick<Address, 'province' | 'city' | 'district'>

/**
 * The id of a quote: a hash over lines, quantities, unit prices, amounts, where to (the address's
 * region, or the store) and the coupons that count.
 * The same goods at the same prices to the same place have the same id; whatever a shopper would pay otherwise has another.
 */
export function quoteIdOf(
  source: QuotedPurchase['source'],
  quote: Quote,
  region: Region | { storeId: string } | null,
): string {
  const lines = quote.lines.map(({ skuId, quantity, unitPrice }) => [skuId, quantity, unitPrice]).sort(bySku)
  const { goods, discount, shipping, total } = quote.amounts
  const place =
    region && ('storeId' in region ? ['store', region.storeId] : [region.province, region.city, region.district])
  // Nothing where there is none, as in the ids from before there were coupons.
  const coupons = quote.coupons.map(({ code }) => code)
  const text = JSON.stringify([source, lines, goods, discount, shipping, total, place, ...coupons])
  return createHash('sha256').update(text).digest('base64url')
}

function bySku([one]: (string | number)[], [other]: (string | number)[]): number {
  return String(one) < String(other) ? -1 : 1
}

/** What is to be had, of what is in the cart now: exactly the lines and quantities quoted. */
export function samePurchase(quoted: readonly PurchaseLine[], now: readonly PurchaseLine[]): boolean {
  if (quoted.length !== now.length) return false
  return quoted.every(({ lineId, skuId, quantity }) =>
    now.some((line) => line.lineId === lineId && line.skuId === skuId && line.quantity === quantity),
  )
}

/** The store and who comes there; null: a parcel, as from clients that know nothing else. */
export const pickupOf = (delivery: DeliveryChoice | undefined): PickupRequest | null =>
  delivery?.kind === 'pickup' ? { storeId: delivery.storeId, name: delivery.name, phone: delivery.phone } : null

/** Where to, as far as it decides the price. */
export interface Destination {
  address: Address | null
  pickup: { storeId: string } | null
}

/** An address that was sent along with a wish to pick up counts for nothing. */
export function destinationOf(asked: { address: Address | null; delivery?: DeliveryWish }): Destination {
  const { delivery } = asked
  if (delivery?.kind === 'pickup') return { address: null, pickup: { storeId: delivery.storeId } }
  return { address: asked.address, pickup: null }
}
