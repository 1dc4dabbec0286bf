import type { LineStatus } from '../port/cart'
import type { Stock } from '../port/catalog'

/** From this many pieces down a shopper is told that few are left. */
export const LOW_STOCK_AT = 5

/** What a shopper is told of `available` pieces. */
export function stockOf(available: number, lowAt: number = LOW_STOCK_AT): Stock {
  if (available <= 0) return { status: 'sold_out', available: 0 }
  return { status: available <= lowAt ? 'low_stock' : 'in_stock', available }
}

/** How a line for `quantity` pieces stands against the stock; `off_sale` and `undeliverable` are for the caller, who knows the SKU. */
export function lineStatus(stock: Stock, quantity: number): Exclude<LineStatus, 'off_sale' | 'undeliverable'> {
  if (stock.status === 'sold_out') return 'sold_out'
  if (stock.available !== null && stock.available < quantity) return 'insufficient'
  return stock.status === 'low_stock' ? 'low_stock' : 'ok'
}

/** Whether a line of that status can be ordered as it is. */
export function canBuy(status: LineStatus): boolean {
  return status === 'ok' || status === 'low_stock'
}
