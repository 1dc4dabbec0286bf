import type { ErrorCode, LineStatus, QuoteLine, StorePickup } from '@xiaopu/contract'
import { mostOf, optionWords, stockOf } from './catalogue-view'
import { pictureOf } from './pictures'
import { Refusal } from './refusal'
import type { Stocked } from './stockroom'
import type { View } from './words'

export const isBuyable = (status: LineStatus) => status === 'ok' || status === 'low_stock'

/** What stands between that many of a SKU and an order. */
export function statusOf({ sku }: Stocked, quantity: number): LineStatus {
  const { status, available } = stockOf(sku)
  if (!sku.onSale) return 'off_sale'
  if (status === 'sold_out') return 'sold_out'
  if (quantity > (available ?? 0)) return 'insufficient'
  return status === 'low_stock' ? 'low_stock' : 'ok'
}

/** Nothing can be sent, and a store has that many. */
export const canPickUp = (status: LineStatus, pickup: StorePickup | null, quantity: number) =>
  status === 'sold_out' && pickup !== null && quantity <= pickup.maxQuantity

export function goodsLine(
  stocked: Stocked,
  quantity: number,
  { view, pickup }: { view: View; pickup: StorePickup | null },
): QuoteLine {
  const { product, sku } = stocked
  return {
    lineId: null,
    productId: product.id,
    skuId: sku.id,
    name: product.name[view.locale],
    options: optionWords(product, sku, view),
    picture: pictureOf(product.photograph, view),
    unitPrice: sku.price,
    quantity,
    lineTotal: sku.price * quantity,
    status: statusOf(stocked, quantity),
    available: stockOf(sku).available,
    pickup,
  }
}

/**
 * @param pickup what a store has, for who would come for it
 * @throws {Refusal} when so many cannot be put into a cart
 */
export function demand(stocked: Stocked, quantity: number, pickup: StorePickup | null): void {
  const { sku } = stocked
  const status = statusOf(stocked, quantity)
  if (canPickUp(status, pickup, quantity)) return
  const { available } = (status === 'sold_out' && pickup) || stockOf(sku)
  const refuse = (code: ErrorCode) => new Refusal(code, { lines: [{ skuId: sku.id, status, available }] })
  if (status === 'off_sale') throw refuse('off_sale')
  if (!isBuyable(status)) throw refuse('out_of_stock')
  if (quantity > mostOf(sku)) throw refuse('quantity_limit')
}
