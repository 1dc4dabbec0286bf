import type { CatalogueProduct } from '../fixtures/catalogue'
import { secretId } from '../ids'
import { isEnabled, type Magento } from '../magento'
import type { Cart, CartItem, Customer } from '../state/state'

export function newCart(magento: Magento, storeCode: string, customer: Customer | null, id = secretId()): Cart {
  const cart: Cart = {
    id,
    quoteId: magento.nextId(),
    customerId: customer?.id ?? null,
    storeCode,
    active: true,
    items: [],
    email: customer?.email ?? null,
    shippingAddress: null,
    billingAddress: null,
    shippingMethod: null,
    paymentMethod: null,
    coupon: null,
  }
  magento.state.carts.push(cart)
  return cart
}

/** The customer's one active cart; made when there is none. */
export function cartOfCustomer(magento: Magento, storeCode: string, customer: Customer): Cart {
  return (
    magento.state.carts.find((cart) => cart.customerId === customer.id && cart.active) ??
    newCart(magento, storeCode, customer)
  )
}

/** The product a line was added as. */
export function productOf({ catalogue }: Magento, { sku }: CartItem): CatalogueProduct {
  return mustHave(catalogue.bySku, sku)
}
/** The product that is counted, priced and shipped: the variant of a configurable one. */
export function soldProduct({ catalogue }: Magento, { sku, variantSku }: CartItem): CatalogueProduct {
  return mustHave(catalogue.bySku, variantSku ?? sku)
}
function mustHave(products: Map<string, CatalogueProduct>, sku: string): CatalogueProduct {
  const product = products.get(sku)
  if (!product) throw new Error(`The cart has ${sku}, which the catalogue has not`)
  return product
}

/** What each piece of a line takes from stock. */
export function piecesOf(magento: Magento, item: CartItem): { sku: string; quantity: number }[] {
  const { fixture } = productOf(magento, item)
  if (fixture.type !== 'bundle') return [{ sku: soldProduct(magento, item).sku, quantity: 1 }]
  return item.selected.flatMap((uid) => {
    const [, itemId, option, quantity] = Buffer.from(uid, 'base64').toString().split('/')
    const index = Number(itemId) - productOf(magento, item).id
    const sku = fixture.items[index]?.options[Number(option) - 1]?.sku
    return sku ? [{ sku, quantity: Number(quantity) }] : []
  })
}

export function lineIsEnabled(magento: Magento, item: CartItem): boolean {
  return isEnabled(magento, productOf(magento, item)) && isEnabled(magento, soldProduct(magento, item))
}

/** As Magento loads a cart: lines whose product has been disabled are gone. */
export function loadLines(magento: Magento, cart: Cart): void {
  if (magento.settings.disabledCartLines === 'kept') return
  cart.items = cart.items.filter((item) => lineIsEnabled(magento, item))
}

export function isVirtual(magento: Magento, cart: Cart): boolean {
  return cart.items.length > 0 && cart.items.every((item) => productOf(magento, item).type === 'virtual')
}

/** Another address or other goods: the method chosen before may not be had any more. */
export function forgetShippingMethod(cart: Cart): void {
  cart.shippingMethod = null
}
