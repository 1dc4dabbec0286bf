import { cartOfCustomer, loadLines } from '../../sales/carts'
import { loadCoupon } from '../../sales/totals'
import type { Cart } from '../../state/state'
import { inputError, noSuchEntity, notAuthorized } from '../errors'
import type { Visit } from '../visit'

/** The active cart with that id, if it is the visitor's. @throws as Magento: unknown, inactive, somebody else's. */
export function findCart(visit: Visit, id: string): Cart {
  if (id === '') throw inputError('Required parameter "cart_id" is missing')
  const cart = visit.magento.state.carts.find((one) => one.id === id)
  if (!cart) throw noSuchEntity(`Could not find a cart with ID "${id}"`)
  if (!cart.active) throw noSuchEntity("The cart isn't active.")
  if (cart.customerId !== null && cart.customerId !== visit.customer?.id) {
    throw notAuthorized(`The current user cannot perform operations on cart "${id}"`)
  }
  // A guest's cart is anybody's who knows its id, but not a customer's.
  if (cart.customerId === null && visit.customer) {
    throw notAuthorized(`The current user cannot perform operations on cart "${id}"`)
  }
  // A cart follows its reader to another store view of the website (magento2#28953 tells of when it did not).
  cart.storeCode = visit.store.code
  loadLines(visit.magento, cart)
  loadCoupon(visit.magento, cart)
  return cart
}

/** @throws graphql-authorization for a guest. */
export function findCustomerCart(visit: Visit): Cart {
  if (!visit.customer) throw notAuthorized('The request is allowed for logged in customer')
  const cart = cartOfCustomer(visit.magento, visit.store.code, visit.customer)
  cart.storeCode = visit.store.code
  loadLines(visit.magento, cart)
  loadCoupon(visit.magento, cart)
  return cart
}
