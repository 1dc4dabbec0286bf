import type { ErrorCode, LineStatus, QuoteLine } from '@xiaopu/contract'
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

export function goodsLine(stocked: Stocked, quantity: number, view: View): QuoteLine {
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
  }
}

/** @throws {Refusal} when so many cannot be put into a cart */
export function demand(stocked: Stocked, quantity: number): void {
  const { sku } = stocked
  const status = statusOf(stocked, quantity)
  const refuse = (code: ErrorCode) =>
    new Refusal(code, { lines: [{ skuId: sku.id, status, available: stockOf(sku).available }] })
  if (status === 'off_sale') throw refuse('off_sale')
  if (!isBuyable(status)) throw refuse('out_of_stock')
  if (quantity > mostOf(sku)) throw refuse('quantity_limit')
}
