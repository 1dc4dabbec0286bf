import { fromUid } from '../../ids'
import { forgetShippingMethod, newCart } from '../../sales/carts'
import { refusalOf } from '../../sales/salability'
import { couponOf, totalsOf } from '../../sales/totals'
import type { Cart, CartItem } from '../../state/state'
import { inputError, noSuchEntity, notAuthorized } from '../errors'
import type { Visit } from '../visit'
import { type UserError, userError } from './add-products'
import { cartView } from './cart-view'
import { findCart, findCustomerCart } from './find-cart'

export function createGuestCart(visit: Visit, { input }: { input?: { cart_uid?: string | null } | null }) {
  const wanted = input?.cart_uid
  if (visit.customer) throw inputError('Use `Query.customerCart` for logged in customer.')
  if (wanted && wanted.length !== 32) throw inputError('Cart ID length should be 32 characters.')
  if (wanted && visit.magento.state.carts.some(({ id }) => id === wanted)) {
    throw inputError(`Cart with ID "${wanted}" already exists.`)
  }
  return { cart: cartView(visit, newCart(visit.magento, visit.store.code, null, wanted ?? undefined)) }
}

interface Line {
  cart_item_id?: number | null
  cart_item_uid?: string | null
}
function findLine(cart: Cart, { cart_item_id, cart_item_uid }: Line): CartItem | undefined {
  if (!cart_item_id && !cart_item_uid)
    throw inputError('Required parameter "cart_item_id" for "cart_items" is missing.')
  const id = cart_item_uid ? fromUid(cart_item_uid) : cart_item_id
  return cart.items.find((item) => item.id === id)
}

interface UpdateInput {
  cart_id: string
  cart_items: (Line & { quantity?: number | null })[]
}
/** Quantity 0 removes the line. Up to 2.4.7 what cannot be had is thrown; since then it is in `errors`. */
export function updateCartItems(visit: Visit, { input }: { input: UpdateInput }) {
  const cart = findCart(visit, input.cart_id)
  const errors: UserError[] = []
  const refuse = (code: string, message: string) => {
    if (visit.magento.profile.version === '2.4.7') throw inputError(message)
    errors.push({ ...userError(visit, code, message), __typename: 'CartUserInputError' })
  }
  for (const change of input.cart_items) {
    const item = findLine(cart, change)
    if (!item) {
      const named = change.cart_item_uid ?? change.cart_item_id
      if (visit.magento.profile.version === '2.4.7') throw noSuchEntity(`Could not find cart item with id: ${named}.`)
      refuse('COULD_NOT_FIND_CART_ITEM', `Could not find cart item with id: ${named}.`)
      continue
    }
    const quantity = change.quantity
    if (quantity === undefined || quantity === null) {
      refuse('REQUIRED_PARAMETER_MISSING', 'Required parameter "quantity" for "cart_items" is missing.')
      continue
    }
    if (quantity <= 0) {
      cart.items = cart.items.filter((one) => one !== item)
      forgetShippingMethod(cart)
      continue
    }
    const refusal = refusalOf(visit.magento, cart, { ...item, quantity })
    if (refusal) {
      refuse(refusal.code === 'NOT_SALABLE' ? 'INSUFFICIENT_STOCK' : refusal.code, refusal.message)
      continue
    }
    item.quantity = quantity
    forgetShippingMethod(cart)
  }
  return { cart: cartView(visit, cart), errors }
}

/** @throws graphql-no-such-entity for a line that is not in the cart, which a second tap meets. */
export function removeItemFromCart(visit: Visit, { input }: { input: Line & { cart_id: string } }) {
  const cart = findCart(visit, input.cart_id)
  const item = findLine(cart, input)
  if (!item) throw noSuchEntity("The cart doesn't contain the item")
  cart.items = cart.items.filter((one) => one !== item)
  forgetShippingMethod(cart)
  return { cart: cartView(visit, cart) }
}

/** Open Source since 2.4.9. */
export function clearCart(visit: Visit, { input }: { input: { uid: string } }) {
  const cart = findCart(visit, input.uid)
  cart.items = []
  forgetShippingMethod(cart)
  return { cart: cartView(visit, cart), errors: null }
}

interface MergeArguments {
  source_cart_id: string
  destination_cart_id?: string | null
}
/** Quantities of the same goods are summed, as far as there is stock; the guest's cart ends. */
export function mergeCarts(visit: Visit, { source_cart_id, destination_cart_id }: MergeArguments) {
  if (!visit.customer) throw notAuthorized("The current customer isn't authorized.")
  const source = findCart({ ...visit, customer: null }, source_cart_id)
  const target = destination_cart_id ? findCart(visit, destination_cart_id) : findCustomerCart(visit)
  for (const item of source.items) {
    const same = target.items.find(
      ({ sku, variantSku, selected }) =>
        sku === item.sku && variantSku === item.variantSku && selected.join() === item.selected.join(),
    )
    const merged: CartItem = same
      ? { ...same, quantity: same.quantity + item.quantity }
      : { ...item, id: visit.magento.nextId() }
    if (refusalOf(visit.magento, target, merged)) continue
    if (same) same.quantity = merged.quantity
    else target.items.push(merged)
  }
  source.active = false
  forgetShippingMethod(target)
  return cartView(visit, target)
}

interface CouponInput {
  cart_id: string
  coupon_code: string
}
export function applyCouponToCart(visit: Visit, { input }: { input: CouponInput }) {
  const cart = findCart(visit, input.cart_id)
  if (cart.items.length === 0) throw inputError('Cart does not contain products.')
  if (cart.coupon !== null) {
    throw inputError('A coupon is already applied to the cart. Please remove it to apply another')
  }
  const coupon = couponOf(visit.magento, input.coupon_code)
  const refused = () => noSuchEntity("The coupon code isn't valid. Verify the code and try again.")
  if (!coupon) throw refused()
  if (totalsOf(visit.magento, { ...cart, coupon: coupon.code }).discount === 0) throw refused()
  cart.coupon = coupon.code
  return { cart: cartView(visit, cart) }
}
export function removeCouponFromCart(visit: Visit, { input }: { input: { cart_id: string } }) {
  const cart = findCart(visit, input.cart_id)
  cart.coupon = null
  return { cart: cartView(visit, cart) }
}

export function setGuestEmailOnCart(visit: Visit, { input }: { input: { cart_id: string; email: string } }) {
  const cart = findCart(visit, input.cart_id)
  if (visit.customer) throw inputError('The request is not allowed for logged in customers')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email)) throw inputError('Invalid email format')
  cart.email = input.email
  return { cart: cartView(visit, cart) }
}
