import type { MagentoStandIn } from '../../stand-in'
import { graphql } from '../../testing/client'
import { add, guestCart, openShop, place, readyCart } from '../../testing/open-shop'
import { addressIn } from '../../testing/shop'

describe('the checkout', () => {
  let magento: MagentoStandIn
  beforeEach(async () => {
    magento = await openShop()
  })
  afterEach(async () => {
    expect(magento.control.bugs).toEqual([])
    await magento.close()
  })
  const SHIP =
    'mutation Ship($id: String!, $to: [ShippingAddressInput]!) { setShippingAddressesOnCart(input: { cart_id: $id, shipping_addresses: $to }) { cart { shipping_addresses { available_shipping_methods { carrier_code method_code available } } } } }'
  const shipTo = (id: string, address: Record<string, unknown>, pickup_location_code?: string) =>
    graphql(magento.url, SHIP, { id, to: [{ address, pickup_location_code }] })
  const cartWith = async (sku: string) => {
    const id = await guestCart(magento)
    await add(magento, id, [{ sku, quantity: 1 }])
    return id
  }
  const region = 1_105

  test.each([
    ['no region id', { region_id: undefined, region: '广东省' }, '"regionId" is required. Enter and try again.'],
    ['a region id of another installation', { region_id: 4 }, 'Region is not available for the selected country'],
    ['an emoji in the name', { firstname: '三🙂' }, 'First Name is not valid!'],
    ['three lines of street', { street: ['1', '2', '3'] }, '"Street Address" cannot contain more than 2 lines.'],
    ['no postcode', { postcode: '' }, '"postcode" is required. Enter and try again.'],
  ])('an address with %s is refused', async (_, change, message) => {
    const { errors } = await shipTo(await cartWith('LAMP'), { ...addressIn(region), ...change })
    expect(errors[0]).toMatchObject({ message, extensions: { category: 'graphql-input' } })
  })
  test('where the postcode is optional in China, it may be left out', async () => {
    magento.control.configure({ optionalZipCountries: ['CN'] })
    expect((await shipTo(await cartWith('LAMP'), { ...addressIn(region), postcode: undefined })).errors).toEqual([])
  })
  test('what needs no shipping has no address for it', async () => {
    const { errors } = await shipTo(await cartWith('CARE'), addressIn(region))
    expect(errors[0]!.message).toContain('virtual product(s) only')
  })
  test('shipping is free from the threshold, and elsewhere there is no method, nor a code for it', async () => {
    magento.control.configure({ freeShippingFrom: 200 })
    const id = await cartWith('LAMP')
    const methods = async (address: Record<string, unknown>) =>
      (await shipTo(id, address)).data.setShippingAddressesOnCart.cart.shipping_addresses[0].available_shipping_methods
    expect(
      (await methods(addressIn(region))).map(({ carrier_code }: { carrier_code: string }) => carrier_code),
    ).toEqual(['flatrate', 'freeshipping', 'instore'])
    expect((await methods({ ...addressIn(region), country_code: 'US' }))[0]).toEqual({
      carrier_code: 'flatrate',
      method_code: null,
      available: false,
    })
  })
  test('goods added later take the chosen method away', async () => {
    const id = await readyCart(magento, 'LAMP')
    await add(magento, id, [{ sku: 'STOOL', quantity: 1 }])
    expect((await place(magento, id)).data.placeOrder.errors[0]).toMatchObject({
      code: 'UNABLE_TO_PLACE_ORDER',
      message: expect.stringContaining('The shipping method is missing'),
    })
  })
  test('pickup needs a location that is there', async () => {
    const id = await cartWith('LAMP')
    expect((await shipTo(id, addressIn(region), 'beijing')).errors[0]!.message).toContain('does not exist')
    const CHOOSE =
      'mutation Pickup($id: String!) { setShippingMethodsOnCart(input: { cart_id: $id, shipping_methods: [{ carrier_code: "instore", method_code: "pickup" }] }) { cart { prices { grand_total { value } } } } }'
    await shipTo(id, addressIn(region))
    expect((await graphql(magento.url, CHOOSE, { id })).errors[0]!.message).toContain('pickup_location_code')
    await shipTo(id, addressIn(region), 'shenzhen')
    expect(
      (await graphql(magento.url, CHOOSE, { id })).data.setShippingMethodsOnCart.cart.prices.grand_total.value,
    ).toBe(259.9)
  })
  test('pickup locations are those that carry the goods', async () => {
    const { data } = await graphql(
      magento.url,
      '{ pickupLocations(productsInfo: [{ sku: "STOOL" }]) { total_count items { pickup_location_code latitude } } }',
    )
    expect(data.pickupLocations).toEqual({
      total_count: 1,
      items: [{ pickup_location_code: 'shanghai', latitude: 31.223492 }],
    })
  })

  test('an order that lacks everything is refused as data', async () => {
    const answer = await place(magento, await guestCart(magento))
    expect(answer.errors).toEqual([])
    expect(answer.data.placeOrder).toMatchObject({ errors: [{ code: 'GUEST_EMAIL_MISSING' }], orderV2: null })
    expect((await place(magento, 'none')).data.placeOrder.errors[0].code).toBe('CART_NOT_FOUND')
  })
  test('a second order of the same cart is refused', async () => {
    const id = await readyCart(magento, 'LAMP')
    expect((await place(magento, id)).data.placeOrder.errors).toEqual([])
    expect((await place(magento, id)).data.placeOrder.errors[0].code).toBe('CART_NOT_ACTIVE')
    expect(magento.control.orders()).toHaveLength(1)
  })
  test('stock sold elsewhere refuses the order, and nothing is reserved', async () => {
    const id = await readyCart(magento, 'LAMP', 2)
    magento.control.setStock('LAMP', 1)
    expect((await place(magento, id)).data.placeOrder.errors[0].message).toContain('out of stock')
    expect(magento.control.salable('LAMP')).toBe(1)
  })
  test('an order reserves; its cancellation gives back, once', async () => {
    const id = await readyCart(magento, 'LAMP', 2)
    const { number } = (await place(magento, id)).data.placeOrder.orderV2
    expect(magento.control.salable('LAMP')).toBe(3)
    expect([magento.control.cancelOrder(number), magento.control.cancelOrder(number)]).toEqual([true, false])
    expect(magento.control.salable('LAMP')).toBe(5)
  })
  test('nothing to pay is paid by nothing else', async () => {
    magento.control.configure({ flatRate: 0 })
    magento.control.setPrice('LAMP', 0)
    const id = await cartWith('LAMP')
    await shipTo(id, addressIn(region))
    const { data } = await graphql(
      magento.url,
      'query Methods($id: String!) { cart(cart_id: $id) { available_payment_methods { code } } }',
      { id },
    )
    expect(data.cart.available_payment_methods).toEqual([{ code: 'free' }])
  })
  test('the status is a label in the language of the store, the order number starts with it', async () => {
    const id = await readyCart(magento, 'LAMP')
    const { data } = await graphql(
      magento.url,
      'mutation Place($id: String!) { placeOrder(input: { cart_id: $id }) { errors { code message } orderV2 { id number status token } } }',
      { id },
      { store: 'en' },
    )
    expect(data.placeOrder.orderV2).toMatchObject({ status: 'Pending', number: '2000000001' })
  })
})
