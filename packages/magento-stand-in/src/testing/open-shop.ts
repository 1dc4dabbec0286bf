import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MagentoStandInOptions } from '../options'
import { type MagentoStandIn, startMagentoStandIn } from '../stand-in'
import { graphql } from './client'
import { addressIn, INTEGRATION, SHOP, STORES } from './shop'

/** What these tests use of Magento's schema, so that they run without the published files. */
const SUBSET = readFileSync(resolve(import.meta.dirname, 'subset.graphql'), 'utf8')

export function openShop(options: Partial<MagentoStandInOptions> = {}): Promise<MagentoStandIn> {
  return startMagentoStandIn({
    schema: { sdl: SUBSET },
    profile: { version: '2.4.9', edition: 'commerce' },
    integration: INTEGRATION,
    stores: STORES,
    catalogue: SHOP,
    ...options,
  })
}

export async function guestCart({ url }: MagentoStandIn): Promise<string> {
  return (await graphql(url, 'mutation { createGuestCart { cart { id } } }')).data.createGuestCart.cart.id
}

export const ADD = `mutation Add($id: String!, $items: [CartItemInput!]!) { addProductsToCart(cartId: $id, cartItems: $items) {
  cart { itemsV2 { items { uid quantity product { sku } } } } user_errors { code message } } }`

export async function add({ url }: MagentoStandIn, id: string, items: Record<string, unknown>[]) {
  return graphql(url, ADD, { id, items })
}

/** A guest's cart with everything an order needs but the order itself. */
export async function readyCart(magento: MagentoStandIn, sku: string, quantity = 1): Promise<string> {
  const { url } = magento
  const id = await guestCart(magento)
  await add(magento, id, [{ sku, quantity }])
  const { data } = await graphql(url, '{ country(id: "CN") { available_regions { id code } } }')
  const region = data.country.available_regions.find(({ code }: { code: string }) => code === 'CN-GD')
  const ready = await graphql(
    url,
    `mutation Ready($id: String!, $address: CartAddressInput!) {
      setGuestEmailOnCart(input: { cart_id: $id, email: "wx.1@shop.example" }) { cart { email } }
      setShippingAddressesOnCart(input: { cart_id: $id, shipping_addresses: [{ address: $address }] }) { cart { id } }
      setBillingAddressOnCart(input: { cart_id: $id, billing_address: { same_as_shipping: true } }) { cart { id } }
      setShippingMethodsOnCart(input: { cart_id: $id, shipping_methods: [{ carrier_code: "flatrate", method_code: "flatrate" }] }) { cart { id } }
      setPaymentMethodOnCart(input: { cart_id: $id, payment_method: { code: "checkmo" } }) { cart { selected_payment_method { code } } } }`,
    { id, address: addressIn(region.id) },
  )
  if (ready.errors.length > 0) throw new Error(JSON.stringify(ready.errors))
  return id
}

export const PLACE = `mutation Place($id: String!) { placeOrder(input: { cart_id: $id }) {
  errors { code message } orderV2 { id number status token } } }`

export async function place({ url }: MagentoStandIn, id: string) {
  return graphql(url, PLACE, { id })
}

/** A customer with a token of an hour. */
export async function newCustomer({ url }: MagentoStandIn, email: string): Promise<{ authorization: string }> {
  const customer = { email, firstname: '三', lastname: '张', password: 'Passw0rd!' }
  await graphql(url, 'mutation New($c: CustomerCreateInput!) { createCustomerV2(input: $c) { customer { email } } }', {
    c: customer,
  })
  const { data } = await graphql(
    url,
    'mutation Token($email: String!) { generateCustomerToken(email: $email, password: "Passw0rd!") { token } }',
    { email },
  )
  return { authorization: `Bearer ${data.generateCustomerToken.token}` }
}
