import { addressProblems, regionIdOf } from '../../sales/address-rules'
import { forgetShippingMethod, isVirtual } from '../../sales/carts'
import type { Address, Cart } from '../../state/state'
import { cartView } from '../cart/cart-view'
import { findCart } from '../cart/find-cart'
import { inputError, noSuchEntity } from '../errors'
import type { Visit } from '../visit'

export interface AddressInput {
  firstname: string
  lastname: string
  company?: string | null
  street: (string | null)[]
  city: string
  region?: string | null
  region_id?: number | null
  postcode?: string | null
  country_code: string
  telephone: string
}
interface FromBook {
  address?: AddressInput | null
  customer_address_id?: number | null
}

function givenAddress(visit: Visit, { address, customer_address_id }: FromBook): Address {
  if (customer_address_id) {
    if (address) throw inputError('The address cannot contain "customer_address_id" and "address" at the same time.')
    const kept = visit.customer?.addresses.find(({ id }) => id === customer_address_id)
    if (!kept) throw noSuchEntity(`Could not find a address with ID "${customer_address_id}"`)
    return kept
  }
  if (!address) throw inputError('The shipping address must contain either "customer_address_id" or "address".')
  return checkedAddress(visit, address)
}

/** @throws graphql-input naming what is wrong. */
export function checkedAddress({ magento }: Visit, input: AddressInput): Address {
  const address: Address = {
    firstname: input.firstname,
    lastname: input.lastname,
    company: input.company ?? null,
    street: input.street.filter((line): line is string => line !== null),
    city: input.city,
    regionId: regionIdOf(magento, input.region_id, input.region),
    region: input.region ?? null,
    postcode: input.postcode ?? null,
    countryCode: input.country_code,
    telephone: input.telephone,
  }
  const problems = addressProblems(magento, address)
  if (problems.length > 0) throw inputError(problems.join('\n'))
  return address
}

interface ShippingInput {
  cart_id: string
  shipping_addresses: (FromBook & { pickup_location_code?: string | null })[]
}
export function setShippingAddressesOnCart(visit: Visit, { input }: { input: ShippingInput }) {
  const cart = findCart(visit, input.cart_id)
  const [given, ...more] = input.shipping_addresses
  if (!given || more.length > 0) throw inputError('You cannot specify multiple shipping addresses.')
  if (isVirtual(visit.magento, cart)) {
    throw inputError('The Cart includes virtual product(s) only, so a shipping address is not used.')
  }
  if (cart.items.length === 0) throw inputError("The shipping address can't be set because the cart is empty.")
  const code = given.pickup_location_code ?? null
  if (code && !visit.magento.catalogue.fixture.pickupLocations?.some((location) => location.code === code)) {
    throw inputError(`Pickup Location with code ${code} does not exist`)
  }
  cart.shippingAddress = { ...givenAddress(visit, given), pickupLocationCode: code }
  forgetShippingMethod(cart)
  return { cart: cartView(visit, cart) }
}

interface BillingInput {
  cart_id: string
  billing_address: FromBook & { same_as_shipping?: boolean | null; use_for_shipping?: boolean | null }
}
export function setBillingAddressOnCart(visit: Visit, { input }: { input: BillingInput }) {
  const cart = findCart(visit, input.cart_id)
  const { same_as_shipping, use_for_shipping, ...given } = input.billing_address
  if (same_as_shipping && !cart.shippingAddress) {
    throw inputError('Could not use the "same_as_shipping" option, because the shipping address has not been set.')
  }
  cart.billingAddress = same_as_shipping ? withoutPickup(cart) : givenAddress(visit, given)
  if (use_for_shipping) cart.shippingAddress = { ...cart.billingAddress, pickupLocationCode: null }
  return { cart: cartView(visit, cart) }
}
function withoutPickup(cart: Cart): Address {
  const { pickupLocationCode: _, ...address } = cart.shippingAddress!
  return address
}
