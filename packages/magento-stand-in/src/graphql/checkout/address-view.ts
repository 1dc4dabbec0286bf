import { uid } from '../../ids'
import { type ShippingMethod, shippingMethods } from '../../sales/shipping'
import { totalsOf } from '../../sales/totals'
import type { Address, Cart } from '../../state/state'
import { cartItemView } from '../cart/cart-item-view'
import { money, type View, type Visit } from '../visit'

function addressView({ magento }: Visit, address: Address): View {
  const region = magento.regions.find(({ id }) => id === address.regionId)
  return {
    uid: uid(address.firstname + address.telephone),
    id: null,
    customer_address_uid: null,
    firstname: address.firstname,
    lastname: address.lastname,
    middlename: null,
    prefix: null,
    suffix: null,
    company: address.company,
    street: address.street,
    city: address.city,
    region: { code: region?.code ?? null, label: region?.name ?? address.region, region_id: address.regionId },
    postcode: address.postcode,
    country: { code: address.countryCode, label: address.countryCode === 'CN' ? 'China' : address.countryCode },
    telephone: address.telephone,
    fax: null,
    vat_id: null,
    customer_notes: null,
  }
}

export function billingAddressView(visit: Visit, address: Address): View {
  return { __typename: 'BillingCartAddress', ...addressView(visit, address) }
}

export function shippingAddressView(visit: Visit, cart: Cart, address: NonNullable<Cart['shippingAddress']>): View {
  const { magento } = visit
  const methods = () => shippingMethods(magento, cart, address.countryCode)
  const items = () => totalsOf(magento, cart).lines.map((line) => cartItemView(visit, cart, line))
  return {
    __typename: 'ShippingCartAddress',
    ...addressView(visit, address),
    pickup_location_code: address.pickupLocationCode,
    same_as_billing: cart.billingAddress === cart.shippingAddress,
    items_weight: 0,
    cart_items_v2: items,
    available_shipping_methods: () => methods().map((method) => methodView(visit, method)),
    selected_shipping_method: () => {
      const { carrier, method } = cart.shippingMethod ?? {}
      const chosen = methods().find((one) => one.carrier === carrier && one.method === method)
      return chosen ? methodView(visit, chosen) : null
    },
  }
}

export function methodView(visit: Visit, method: ShippingMethod): View {
  const price = money(visit, method.price)
  return {
    carrier_code: method.carrier,
    carrier_title: method.carrierTitle,
    method_code: method.method,
    method_title: method.methodTitle,
    available: method.available,
    error_message: method.error ?? '',
    amount: price,
    base_amount: price,
    price_excl_tax: price,
    price_incl_tax: price,
  }
}
