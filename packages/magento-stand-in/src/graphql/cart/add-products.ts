import type { CatalogueProduct } from '../../fixtures/catalogue'
import { isEnabled } from '../../magento'
import { forgetShippingMethod } from '../../sales/carts'
import { refusalOf } from '../../sales/salability'
import type { Cart, CartItem } from '../../state/state'
import { bundleOptionUid } from '../catalog/composite'
import { configuredBy, variantFor } from '../catalog/configurable'
import type { Visit } from '../visit'
import { cartView } from './cart-view'
import { findCart } from './find-cart'

export interface ItemInput {
  sku: string
  quantity: number
  parent_sku?: string | null
  selected_options?: (string | null)[] | null
}
export interface UserError {
  __typename: 'CartUserInputError' | 'InsufficientStockError'
  code: string
  message: string
  quantity?: number
}

/** Each product for itself: what can be had is added, the rest is in `user_errors`, and the status is 200. */
export function addProductsToCart(visit: Visit, { cartId, cartItems }: { cartId: string; cartItems: ItemInput[] }) {
  const cart = findCart(visit, cartId)
  const partial = cartItems.length > 1 && visit.magento.faults.strike('partialAdd', ['addProductsToCart'])
  const errors = cartItems.flatMap((input, index) => {
    if (partial && index > 0)
      return [userError(visit, 'NOT_SALABLE', 'Product that you are trying to add is not available.')]
    const error = add(visit, cart, input)
    return error ? [error] : []
  })
  return { cart: cartView(visit, cart), user_errors: errors }
}

/** null: it is in the cart. */
export function add(visit: Visit, cart: Cart, input: ItemInput): UserError | null {
  const { magento } = visit
  const product = magento.catalogue.bySku.get(input.sku)
  if (!product || !isEnabled(magento, product)) {
    return userError(visit, 'PRODUCT_NOT_FOUND', `Could not find a product with SKU "${input.sku}"`)
  }
  if (!(input.quantity > 0)) {
    return userError(visit, 'INVALID_PARAMETER_VALUE', 'The product quantity should be greater than 0')
  }
  const chosen = choice(visit, product, input)
  if ('error' in chosen) return chosen.error
  const same = cart.items.find(
    ({ sku, variantSku, selected }) =>
      sku === chosen.sku && variantSku === chosen.variantSku && selected.join() === chosen.selected.join(),
  )
  const candidate: CartItem = same
    ? { ...same, quantity: same.quantity + input.quantity }
    : { id: magento.nextId(), ...chosen, quantity: input.quantity }
  const refusal = refusalOf(magento, cart, candidate)
  if (refusal) return userError(visit, refusal.code, refusal.message, refusal.available)
  if (same) same.quantity = candidate.quantity
  else cart.items.push(candidate)
  forgetShippingMethod(cart)
  return null
}

type Choice = Pick<CartItem, 'sku' | 'variantSku' | 'selected'> | { error: UserError }

function choice(visit: Visit, product: CatalogueProduct, input: ItemInput): Choice {
  const selected = (input.selected_options ?? []).filter((uid): uid is string => uid !== null)
  const { fixture } = product
  const choose = { error: userError(visit, 'REQUIRED_PARAMETER_MISSING', 'You need to choose options for your item.') }
  if (product.parent) {
    // A variant named with its parent stands for the choice it is.
    if (!input.parent_sku) return { sku: product.sku, variantSku: null, selected: [] }
    return input.parent_sku === product.parent.sku
      ? { sku: product.parent.sku, variantSku: product.sku, selected: [] }
      : choose
  }
  if (fixture.type === 'configurable') {
    if (selected.length < configuredBy(visit, product).length) return choose
    const variant = variantFor(visit, product, selected)
    if (!variant) return choose
    if (!isEnabled(visit.magento, variant)) {
      return { error: userError(visit, 'NOT_SALABLE', 'Product that you are trying to add is not available.') }
    }
    return { sku: product.sku, variantSku: variant.sku, selected: [] }
  }
  if (fixture.type === 'bundle') {
    const complete = fixture.items.every(
      ({ required, options }, item) =>
        !required ||
        options.some(({ quantity }, option) => selected.includes(bundleOptionUid(product, item, option, quantity))),
    )
    return complete ? { sku: product.sku, variantSku: null, selected } : choose
  }
  if (fixture.type === 'grouped') {
    return { error: userError(visit, 'UNDEFINED', 'Please specify the quantity of product(s).') }
  }
  return { sku: product.sku, variantSku: null, selected: [] }
}

/** Up to 2.4.7 there is one type of error and fewer codes. */
export function userError(visit: Visit, code: string, message: string, available: number | null = null): UserError {
  const old = visit.magento.profile.version === '2.4.7'
  const known = ['PRODUCT_NOT_FOUND', 'NOT_SALABLE', 'INSUFFICIENT_STOCK', 'UNDEFINED']
  if (!old && code === 'INSUFFICIENT_STOCK') {
    return { __typename: 'InsufficientStockError', code, message, quantity: available ?? 0 }
  }
  return { __typename: 'CartUserInputError', code: old && !known.includes(code) ? 'UNDEFINED' : code, message }
}
