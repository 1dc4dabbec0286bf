import type { CatalogueProduct } from '../fixtures/catalogue'
import { isEnabled, type Magento } from '../magento'
import type { Cart, CartItem } from '../state/state'
import { piecesOf } from './carts'
import { salable } from './stock'

export interface Refusal {
  code: 'NOT_SALABLE' | 'INSUFFICIENT_STOCK' | 'INVALID_PARAMETER_VALUE'
  message: string
  /** Pieces there are, of an INSUFFICIENT_STOCK. */
  available: number | null
}

/** Why so many of a line cannot be had, with the other lines of the cart that take the same goods; null: they can. */
export function refusalOf(magento: Magento, cart: Cart, item: CartItem): Refusal | null {
  const { maxSaleQuantity } = magento.settings
  if (item.quantity > maxSaleQuantity) {
    return {
      code: 'INVALID_PARAMETER_VALUE',
      message: `The requested qty exceeds the maximum qty allowed in shopping cart`,
      available: null,
    }
  }
  for (const { sku, quantity } of piecesOf(magento, item)) {
    const product = magento.catalogue.bySku.get(sku)
    if (!product || !isEnabled(magento, product)) return notSalable(product)
    const there = salable(magento, sku)
    if (there <= 0) return notSalable(product)
    const elsewhere = cart.items
      .filter((other) => other !== item && other.id !== item.id)
      .flatMap((other) => piecesOf(magento, other).map((piece) => ({ ...piece, lines: other.quantity })))
      .filter((piece) => piece.sku === sku)
      .reduce((sum, piece) => sum + piece.quantity * piece.lines, 0)
    if (quantity * item.quantity + elsewhere > there) {
      return { code: 'INSUFFICIENT_STOCK', message: 'The requested qty is not available', available: there }
    }
  }
  return null
}

function notSalable(_product: CatalogueProduct | undefined): Refusal {
  return { code: 'NOT_SALABLE', message: 'Product that you are trying to add is not available.', available: null }
}
