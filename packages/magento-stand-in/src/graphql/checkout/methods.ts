import { isVirtual } from '../../sales/carts'
import { paymentMethods } from '../../sales/payment'
import { shippingMethods } from '../../sales/shipping'
import type { Cart } from '../../state/state'
import { cartView } from '../cart/cart-view'
import { findCart } from '../cart/find-cart'
import { inputError } from '../errors'
import type { Visit } from '../visit'
import { methodView } from './address-view'

interface MethodInput {
  carrier_code: string
  method_code: string
}
export function setShippingMethodsOnCart(
  visit: Visit,
  { input }: { input: { cart_id: string; shipping_methods: MethodInput[] } },
) {
  const cart = findCart(visit, input.cart_id)
  const [wanted, ...more] = input.shipping_methods
  if (!wanted || more.length > 0) throw inputError('You cannot specify multiple shipping methods.')
  choose(visit, cart, wanted)
  return { cart: cartView(visit, cart) }
}

function choose({ magento }: Visit, cart: Cart, { carrier_code, method_code }: MethodInput): void {
  if (!cart.shippingAddress) throw inputError('The shipping address is missing. Set the address and try again.')
  const offered = shippingMethods(magento, cart, cart.shippingAddress.countryCode).some(
    ({ carrier, method, available }) => available && carrier === carrier_code && method === method_code,
  )
  if (!offered) throw inputError(`Carrier with such method not found: ${carrier_code}, ${method_code}`)
  if (carrier_code === 'instore' && !cart.shippingAddress.pickupLocationCode) {
    throw inputError('Required parameter "pickup_location_code" is missing')
  }
  cart.shippingMethod = { carrier: carrier_code, method: method_code }
}

interface EstimateInput {
  cart_id: string
  address: { country_code: string }
  shipping_method?: MethodInput | null
}
export function estimateShippingMethods(visit: Visit, { input }: { input: EstimateInput }) {
  const cart = findCart(visit, input.cart_id)
  return shippingMethods(visit.magento, cart, input.address.country_code).map((method) => methodView(visit, method))
}
/** The totals as they would be; the cart stays as it is. */
export function estimateTotals(visit: Visit, { input }: { input: EstimateInput }) {
  const cart = findCart(visit, input.cart_id)
  const method = input.shipping_method
  const offered = shippingMethods(visit.magento, cart, input.address.country_code)
  const chosen = offered.find(
    ({ carrier, method: code }) => carrier === method?.carrier_code && code === method.method_code,
  )
  const shippingMethod = chosen?.method ? { carrier: chosen.carrier, method: chosen.method } : null
  return { cart: cartView(visit, { ...cart, shippingMethod }) }
}

export function setPaymentMethodOnCart(
  visit: Visit,
  { input }: { input: { cart_id: string; payment_method: { code: string } } },
) {
  const cart = findCart(visit, input.cart_id)
  const { code } = input.payment_method
  if (!cart.items.length) throw inputError("The payment method can't be set because the cart is empty.")
  if (!cart.shippingAddress && !isVirtual(visit.magento, cart)) {
    throw inputError('The shipping address is missing. Set the address and try again.')
  }
  if (!paymentMethods(visit.magento, cart).some((method) => method.code === code)) {
    throw inputError('The requested Payment Method is not available.')
  }
  cart.paymentMethod = code
  return { cart: cartView(visit, cart) }
}
