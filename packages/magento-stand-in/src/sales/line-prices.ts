import type { Magento } from '../magento'
import type { Cents } from '../money'
import type { CartItem } from '../state/state'
import { piecesOf, productOf, soldProduct } from './carts'
import { priceOf, unitPrice } from './prices'

/** What one of a cart line costs now, and would without a reduction. */
export function pricePerPiece(magento: Magento, item: CartItem): { price: Cents; original: Cents } {
  if (productOf(magento, item).type !== 'bundle') {
    const product = soldProduct(magento, item)
    return { price: unitPrice(magento, product, item.quantity), original: priceOf(magento, product).regular }
  }
  const price = piecesOf(magento, item).reduce((sum, { sku, quantity }) => {
    const part = magento.catalogue.bySku.get(sku)
    return part ? sum + priceOf(magento, part).final * quantity : sum
  }, 0)
  return { price, original: price }
}
