import type { GoodsLine, LineStatus } from '../port/cart'
import type { StorePickup } from '../port/catalog'
import type { Address, PickupRequest, QuoteProblem, RefusedLine } from '../port/checkout'
import type { OrderPickup } from '../port/orders'
import type { Store } from '../port/stores'
import { canBuy } from './stock'

/** Whether somebody can pick goods up there. */
export const canPickUpAt = (store: Store | null): store is Store => store?.services.includes('pickup') ?? false

/** What can be picked up where a store has `available` pieces, and one order may take `limit`. */
export const storePickup = (available: number, limit: number): StorePickup | null =>
  available > 0 ? { available, maxQuantity: Math.min(available, limit) } : null

/** Nothing is left to be sent, and a store still has some. Only of lines whose status is the warehouse's. */
export const isPickupOnly = <Line extends Pick<GoodsLine, 'status' | 'pickup'>>(
  line: Line,
): line is Line & { pickup: StorePickup } => line.status === 'sold_out' && line.pickup !== null

/** Whether so much of a line that can only be picked up lies in one store. */
export const canPickUp = (line: Pick<GoodsLine, 'status' | 'pickup' | 'quantity'>): boolean =>
  isPickupOnly(line) && line.quantity <= line.pickup.maxQuantity

/** What a refusal says of a line that cannot be ordered. */
export const refusedLine = ({ skuId, status, available, pickup }: GoodsLine): RefusedLine => ({
  skuId,
  status,
  available,
  pickup,
})

/** What an order keeps of the store and of who comes there. */
export function pickupAt(store: Store, { name, phone }: Omit<PickupRequest, 'storeId'>): OrderPickup {
  const { id, city, address, location, hours } = store
  return {
    store: { id, name: store.name, city, address, location, phone: store.phone, hours },
    name,
    phone,
    readyAt: null,
    collectedAt: null,
  }
}

/** Where the goods are handed over, for all who know orders by their address. Stores know no province. */
export function pickupAddress({ store, name, phone }: OrderPickup): Address {
  const city = store.city || store.name
  const detail = `${store.address} ${store.name}`.trim().slice(0, 200)
  return { name, phone, province: city, city, district: '', detail, postalCode: null, nationalCode: null }
}

type LineProblem = Extract<QuoteProblem, 'lines_unavailable' | 'lines_undeliverable' | 'store_out_of_stock'>

/** What a line's status says of the whole purchase. What one store lacks, another may have; what is off sale is nowhere. */
export function lineProblem(status: LineStatus, pickup: object | null | undefined): LineProblem | null {
  if (canBuy(status)) return null
  if (status === 'undeliverable') return 'lines_undeliverable'
  return pickup && status !== 'off_sale' ? 'store_out_of_stock' : 'lines_unavailable'
}

/** The problems of all lines, each once. */
export function lineProblems(lines: { status: LineStatus }[], pickup: object | null | undefined): LineProblem[] {
  return [...new Set(lines.flatMap(({ status }) => lineProblem(status, pickup) ?? []))]
}

/** Why an order with these lines is refused: the store is to blame when nothing else is. */
export function linesRefusal(lines: { status: LineStatus }[], pickup: object | null | undefined) {
  const isStores = lineProblems(lines, pickup).every((problem) => problem === 'store_out_of_stock')
  return isStores ? 'store_out_of_stock' : 'lines_unavailable'
}

/**
 * Where an order goes to: the shopper's address, or the store.
 *
 * @throws TypeError for a parcel without an address: a bug of the caller
 */
export function destinationOf(request: { address: Address | null }, pickup: OrderPickup | null): Address {
  if (pickup) return pickupAddress(pickup)
  if (!request.address) throw new TypeError('A parcel needs an address')
  return request.address
}
