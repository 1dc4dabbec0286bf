import type { MagentoStandIn } from '../../stand-in'
import { graphql } from '../../testing/client'
import { ADD, add, guestCart, newCustomer, openShop, PLACE } from '../../testing/open-shop'
import { addressIn } from '../../testing/shop'

describe('a cart', () => {
  let magento: MagentoStandIn
  beforeEach(async () => {
    magento = await openShop()
  })
  afterEach(async () => {
    expect(magento.control.bugs).toEqual([])
    await magento.close()
  })
  const added = async (id: string, items: Record<string, unknown>[]) =>
    (await add(magento, id, items)).data.addProductsToCart
  const lines = (cart: { itemsV2: { items: { product: { sku: string }; quantity: number }[] } }) =>
    cart.itemsV2.items.map(({ product, quantity }) => [product.sku, quantity])
  const READ =
    'query Read($id: String!) { cart(cart_id: $id) { total_quantity itemsV2 { items { uid quantity is_available product { sku } prices { price { value } original_item_price { value } } } } prices { grand_total { value } discounts { label amount { value } } } applied_coupons { code } } }'
  const read = async (id: string, headers = {}) => graphql(magento.url, READ, { id }, headers)

  test('with an unknown id is no such entity', async () => {
    const { status, errors } = await read('none')
    expect(status).toBe(200)
    expect(errors[0]!.extensions!.category).toBe('graphql-no-such-entity')
  })
  test('takes what it can and says what it cannot, with HTTP 200', async () => {
    const id = await guestCart(magento)
    const { cart, user_errors } = await added(id, [
      { sku: 'STOOL', quantity: 2 },
      { sku: 'NONE', quantity: 1 },
      { sku: 'LAMP', quantity: 6 },
      { sku: 'CHAIR', quantity: 1 },
    ])
    expect(lines(cart)).toEqual([['STOOL', 2]])
    expect(user_errors.map(({ code }: { code: string }) => code)).toEqual([
      'PRODUCT_NOT_FOUND',
      'INSUFFICIENT_STOCK',
      'REQUIRED_PARAMETER_MISSING',
    ])
  })
  test('up to 2.4.7 knows fewer codes', async () => {
    const old = await openShop({ profile: { version: '2.4.7', edition: 'opensource' } })
    const { data } = await add(old, await guestCart(old), [{ sku: 'CHAIR', quantity: 1 }])
    expect(data.addProductsToCart.user_errors[0].code).toBe('UNDEFINED')
    await old.close()
  })
  test('sums the same goods, as far as there is stock', async () => {
    const id = await guestCart(magento)
    await added(id, [{ sku: 'LAMP', quantity: 3 }])
    const { cart, user_errors } = await added(id, [{ sku: 'LAMP', quantity: 3 }])
    expect(lines(cart)).toEqual([['LAMP', 3]])
    expect(user_errors[0].code).toBe('INSUFFICIENT_STOCK')
  })
  test('counts the parts of a bundle with the goods by themselves', async () => {
    const id = await guestCart(magento)
    const { data } = await graphql(
      magento.url,
      '{ products(filter: { sku: { eq: "CORNER" } }) { items { ... on BundleProduct { items { options { uid } } } } } }',
    )
    const [stools] = data.products.items[0].items.map(({ options }: { options: { uid: string }[] }) => options[0]!.uid)
    expect((await added(id, [{ sku: 'CORNER', quantity: 1 }])).user_errors[0].code).toBe('REQUIRED_PARAMETER_MISSING')
    expect((await added(id, [{ sku: 'CORNER', quantity: 10, selected_options: [stools] }])).user_errors).toEqual([])
    expect((await added(id, [{ sku: 'STOOL', quantity: 1 }])).user_errors[0].code).toBe('INSUFFICIENT_STOCK')
  })
  test('has the prices of now, a lower one for many, and Floats', async () => {
    const id = await guestCart(magento)
    await added(id, [{ sku: 'STOOL', quantity: 5 }])
    expect((await read(id)).data.cart.itemsV2.items[0].prices).toEqual({
      price: { value: 119 },
      original_item_price: { value: 129 },
    })
    magento.control.setPrice('STOOL', 99.9)
    expect((await read(id)).data.cart.prices.grand_total.value).toBe(499.5)
  })
  test('loses the line of a disabled product, unless told otherwise', async () => {
    const id = await guestCart(magento)
    await added(id, [
      { sku: 'STOOL', quantity: 1 },
      { sku: 'LAMP', quantity: 1 },
    ])
    magento.control.configure({ disabledCartLines: 'kept' })
    magento.control.putOffSale('LAMP')
    expect(
      (await read(id)).data.cart.itemsV2.items.map(({ is_available }: { is_available: boolean }) => is_available),
    ).toEqual([true, false])
    magento.control.configure({ disabledCartLines: 'dropped' })
    expect(lines((await read(id)).data.cart)).toEqual([['STOOL', 1]])
  })

  const UPDATE =
    'mutation Update($input: UpdateCartItemsInput!) { updateCartItems(input: $input) { cart { itemsV2 { items { quantity product { sku } } } } errors { code } } }'
  test('changes quantities, removes at nought, and refuses what there is not', async () => {
    const id = await guestCart(magento)
    const [{ uid }] = (await added(id, [{ sku: 'LAMP', quantity: 1 }])).cart.itemsV2.items
    const update = async (cart_item_uid: string, quantity: number) =>
      (await graphql(magento.url, UPDATE, { input: { cart_id: id, cart_items: [{ cart_item_uid, quantity }] } })).data
        .updateCartItems
    expect(await update(uid, 9)).toMatchObject({ errors: [{ code: 'INSUFFICIENT_STOCK' }] })
    expect(await update('MQ==9', 1)).toMatchObject({ errors: [{ code: 'COULD_NOT_FIND_CART_ITEM' }] })
    expect(lines((await update(uid, 5)).cart)).toEqual([['LAMP', 5]])
    expect(lines((await update(uid, 0)).cart)).toEqual([])
  })
  test('a line removed twice is an error the second time', async () => {
    const id = await guestCart(magento)
    const [{ uid }] = (await added(id, [{ sku: 'LAMP', quantity: 1 }])).cart.itemsV2.items
    const remove = () =>
      graphql(
        magento.url,
        'mutation Remove($input: RemoveItemFromCartInput!) { removeItemFromCart(input: $input) { cart { id } } }',
        { input: { cart_id: id, cart_item_uid: uid } },
      )
    expect((await remove()).errors).toEqual([])
    expect((await remove()).errors[0]!.extensions!.category).toBe('graphql-no-such-entity')
  })
  test('of a guest goes into the one of the customer, once', async () => {
    const headers = await newCustomer(magento, 'merge@shop.example')
    const guest = await guestCart(magento)
    await added(guest, [{ sku: 'LAMP', quantity: 2 }])
    const { data } = await graphql(magento.url, '{ customerCart { id } }', {}, headers)
    const MERGE =
      'mutation Merge($source: String!, $target: String) { mergeCarts(source_cart_id: $source, destination_cart_id: $target) { itemsV2 { items { quantity product { sku } } } } }'
    const merge = () => graphql(magento.url, MERGE, { source: guest, target: data.customerCart.id }, headers)
    expect(lines((await merge()).data.mergeCarts)).toEqual([['LAMP', 2]])
    expect((await merge()).errors[0]!.message).toBe("The cart isn't active.")
    expect((await read(data.customerCart.id, headers)).data.cart.total_quantity).toBe(2)
  })
  test('takes a coupon that applies, and no other', async () => {
    const id = await guestCart(magento)
    const COUPON =
      'mutation Coupon($id: String!, $code: String!) { applyCouponToCart(input: { cart_id: $id, coupon_code: $code }) { cart { id } } }'
    const coupon = (code: string) => graphql(magento.url, COUPON, { id, code })
    expect((await coupon('HALF')).errors[0]!.message).toBe('Cart does not contain products.')
    await added(id, [{ sku: 'LAMP', quantity: 1 }])
    expect((await coupon('NONE')).errors[0]!.extensions!.category).toBe('graphql-no-such-entity')
    expect((await coupon('half')).errors).toEqual([])
    expect((await read(id)).data.cart).toMatchObject({
      applied_coupons: [{ code: 'HALF' }],
      prices: { grand_total: { value: 129.95 }, discounts: [{ label: '半价', amount: { value: 129.95 } }] },
    })
  })
  test('loses a coupon that takes nothing off any more, and takes no second one', async () => {
    const id = await guestCart(magento)
    const COUPON =
      'mutation Coupon($id: String!, $code: String!) { applyCouponToCart(input: { cart_id: $id, coupon_code: $code }) { cart { id } } }'
    const coupon = async (code: string) => (await graphql(magento.url, COUPON, { id, code })).errors
    magento.control.addCoupon({ code: 'NEW', label: '新', amount: 5 })
    await added(id, [{ sku: 'LAMP', quantity: 1 }])
    expect(await coupon('HALF')).toEqual([])
    expect((await coupon('NEW'))[0]!.extensions!.category).toBe('graphql-input')
    magento.control.withdrawCoupon('half')
    expect((await read(id)).data.cart.applied_coupons).toBeNull()
    expect(await coupon('new')).toEqual([])
    expect((await read(id)).data.cart.prices.grand_total.value).toBe(254.9)
  })
  test('takes a coupon of one for each customer until it has been used', async () => {
    magento.control.addCoupon({ code: 'ONCE', label: '一次', amount: 5, perCustomer: 1 })
    const headers = await newCustomer(magento, 'wx.9@shop.example')
    const cartOf = async () => (await graphql(magento.url, '{ customerCart { id } }', {}, headers)).data.customerCart.id
    const COUPON =
      'mutation Coupon($id: String!) { applyCouponToCart(input: { cart_id: $id, coupon_code: "once" }) { cart { id } } }'
    const buy = async () => {
      const id = await cartOf()
      await graphql(magento.url, ADD, { id, items: [{ sku: 'CARE', quantity: 1 }] }, headers)
      const { errors } = await graphql(magento.url, COUPON, { id }, headers)
      if (errors.length > 0) return errors[0]!.extensions!.category
      const { data } = await graphql(magento.url, '{ country(id: "CN") { available_regions { id code } } }')
      const address = addressIn(data.country.available_regions[5].id)
      await graphql(
        magento.url,
        `mutation Ready($id: String!, $address: CartAddressInput!) {
          setBillingAddressOnCart(input: { cart_id: $id, billing_address: { address: $address } }) { cart { id } }
          setPaymentMethodOnCart(input: { cart_id: $id, payment_method: { code: "checkmo" } }) { cart { id } } }`,
        { id, address },
        headers,
      )
      const placed = await graphql(magento.url, PLACE, { id }, headers)
      return placed.data.placeOrder.orderV2.number as string
    }
    const number = await buy()
    expect(magento.control.order(number!)?.coupon?.code).toBe('ONCE')
    expect(await buy()).toBe('graphql-no-such-entity')
    magento.control.cancelOrder(number!)
    expect(magento.control.order((await buy())!)?.coupon?.code).toBe('ONCE')
  })
})
