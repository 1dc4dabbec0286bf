import { type MagentoStandIn, startMagentoStandIn } from './stand-in'
import { graphql, rest } from './testing/client'
import { describeWithSchemas, PUBLISHED_SCHEMAS } from './testing/schemas'
import { addressIn, INTEGRATION, SHOP, STORES } from './testing/shop'

/** A purchase by hand, in documents that a Magento of every supported version accepts. */
describeWithSchemas('a whole purchase', () => {
  describe.each(PUBLISHED_SCHEMAS)('on $name', ({ profile, sdl }) => {
    let magento: MagentoStandIn
    beforeAll(async () => {
      magento = await startMagentoStandIn({
        schema: { sdl },
        profile,
        integration: INTEGRATION,
        stores: STORES,
        catalogue: SHOP,
      })
    })
    afterAll(() => magento.close())

    test('from the page of a product to the credit memo', async () => {
      const { url, control } = magento
      const page = await graphql(
        url,
        `query Page($key: String!) { products(filter: { url_key: { eq: $key } }) { items { __typename uid sku name stock_status
          price_range { minimum_price { regular_price { value currency } final_price { value } discount { percent_off } } maximum_price { final_price { value } } }
          ... on ConfigurableProduct { configurable_options { attribute_code label values { uid label swatch_data { __typename value } } }
            variants { attributes { uid } product { sku stock_status } } } } } }`,
        { key: 'arc-chair' },
      )
      expect(page.errors).toEqual([])
      const [chair] = page.data.products.items
      expect(chair).toMatchObject({
        __typename: 'ConfigurableProduct',
        name: '弧形餐椅',
        price_range: {
          minimum_price: { regular_price: { value: 499, currency: 'CNY' }, final_price: { value: 399 } },
          maximum_price: { final_price: { value: 429 } },
        },
      })
      const oak = chair.configurable_options[0].values.find(({ label }: { label: string }) => label === '原木')
      expect(oak.swatch_data).toEqual({ __typename: 'ColorSwatchData', value: '#c8a26a' })

      const guest = await graphql(url, 'mutation { createGuestCart { cart { id } } }')
      const id = guest.data.createGuestCart.cart.id
      const added = await graphql(
        url,
        `mutation Add($id: String!, $items: [CartItemInput!]!) { addProductsToCart(cartId: $id, cartItems: $items) {
          cart { itemsV2 { items { uid quantity prices { row_total { value } } ... on ConfigurableCartItem { configured_variant { sku } configurable_options { value_label } } } } }
          user_errors { code message } } }`,
        { id, items: [{ sku: 'CHAIR', quantity: 2, selected_options: [oak.uid] }] },
      )
      expect(added.data.addProductsToCart.user_errors).toEqual([])
      expect(added.data.addProductsToCart.cart.itemsV2.items).toEqual([
        {
          uid: expect.any(String),
          quantity: 2,
          prices: { row_total: { value: 798 } },
          configured_variant: { sku: 'CHAIR-OAK' },
          configurable_options: [{ value_label: '原木' }],
        },
      ])

      const { data: places } = await graphql(url, '{ country(id: "CN") { available_regions { id code } } }')
      const region = places.country.available_regions.find(({ code }: { code: string }) => code === 'CN-GD')
      await graphql(
        url,
        `mutation($id: String!) { setGuestEmailOnCart(input: { cart_id: $id, email: "wx.1@shop.example" }) { cart { email } } }`,
        { id },
      )
      const shipTo = await graphql(
        url,
        `mutation($id: String!, $address: CartAddressInput!) {
          setShippingAddressesOnCart(input: { cart_id: $id, shipping_addresses: [{ address: $address }] }) {
            cart { shipping_addresses { region { code } available_shipping_methods { carrier_code method_code available amount { value } } } } } }`,
        { id, address: addressIn(region.id) },
      )
      expect(shipTo.errors).toEqual([])
      expect(shipTo.data.setShippingAddressesOnCart.cart.shipping_addresses[0]).toMatchObject({
        region: { code: 'CN-GD' },
        available_shipping_methods: [
          { carrier_code: 'flatrate', method_code: 'flatrate', available: true, amount: { value: 10 } },
          { carrier_code: 'instore', method_code: 'pickup' },
        ],
      })
      const ready = await graphql(
        url,
        `mutation($id: String!) {
          setBillingAddressOnCart(input: { cart_id: $id, billing_address: { same_as_shipping: true } }) { cart { id } }
          setShippingMethodsOnCart(input: { cart_id: $id, shipping_methods: [{ carrier_code: "flatrate", method_code: "flatrate" }] }) {
            cart { available_payment_methods { code } prices { grand_total { value } } } }
          setPaymentMethodOnCart(input: { cart_id: $id, payment_method: { code: "checkmo" } }) { cart { selected_payment_method { code } } } }`,
        { id },
      )
      expect(ready.errors).toEqual([])
      expect(ready.data.setShippingMethodsOnCart.cart.prices.grand_total.value).toBe(808)
      const placed = await graphql(
        url,
        `mutation($id: String!) { placeOrder(input: { cart_id: $id }) { errors { code message } orderV2 { id number status token total { grand_total { value } } } } }`,
        { id },
      )
      expect(placed.errors).toEqual([])
      const { errors, orderV2: order } = placed.data.placeOrder
      expect(errors).toEqual([])
      expect(order).toMatchObject({ number: '000000001', status: '待处理', total: { grand_total: { value: 808 } } })
      expect(control.salable('CHAIR-OAK')).toBe(8)

      const criteria =
        'searchCriteria[filterGroups][0][filters][0][field]=increment_id&searchCriteria[filterGroups][0][filters][0][value]=000000001'
      const found = await rest(url, 'GET', `/V1/orders?${criteria}`)
      const [{ entity_id }] = found.body.items
      expect(found.body.items[0]).toMatchObject({ state: 'new', status: 'pending', total_due: 808, grand_total: 808 })
      expect(Buffer.from(order.id, 'base64').toString()).toBe(String(entity_id))

      const paid = {
        capture: false,
        notify: false,
        appendComment: true,
        comment: { comment: 'wechat 4200', is_visible_on_front: 0 },
      }
      expect((await rest(url, 'POST', `/V1/order/${entity_id}/invoice`, paid)).status).toBe(200)
      expect(await rest(url, 'POST', `/V1/order/${entity_id}/invoice`, paid)).toMatchObject({ status: 400 })
      const track = { track_number: 'SF1', title: '顺丰', carrier_code: 'custom' }
      expect((await rest(url, 'POST', `/V1/order/${entity_id}/ship`, { tracks: [track] })).status).toBe(200)
      expect((await rest(url, 'GET', `/V1/orders/${entity_id}`)).body).toMatchObject({
        state: 'complete',
        total_due: 0,
        total_paid: 808,
      })
      expect(control.salable('CHAIR-OAK')).toBe(8)
      expect((await rest(url, 'POST', `/V1/order/${entity_id}/refund`, {})).status).toBe(200)

      const later = await graphql(
        url,
        `query($token: String!) { guestOrderByToken(input: { token: $token }) { status shipments { tracking { carrier title number } } credit_memos { total { grand_total { value } } } } }`,
        { token: order.token },
      )
      expect(later.data.guestOrderByToken).toEqual({
        status: '已关闭',
        shipments: [{ tracking: [{ carrier: 'custom', title: '顺丰', number: 'SF1' }] }],
        credit_memos: [{ total: { grand_total: { value: 808 } } }],
      })
      expect(control.bugs).toEqual([])
    })
  })
})
