import { BackendUnavailable, type CommerceBackend } from '@xiaopu/commerce'
import { newShopper, orderFor, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand.close())
afterEach(() => {
  stand.control.disarm()
  for (const sku of ['STOOL', 'LAMP', 'CHAIR-OAK', 'CHAIR-BLACK']) {
    stand.control.putOnSale(sku)
    stand.control.setStock(sku, 500)
  }
  stand.control.setPrice('STOOL', 129)
})

const OAK = 'ARC-CHAIR:CHAIR-OAK'

test('part of the goods goes into the till: nothing is ordered, the line is named, the cart is as it was', async () => {
  const shopper = newShopper()
  await stand.backend.carts.add(shopper, { skuId: 'STOOL', quantity: 1 })
  await stand.backend.carts.add(shopper, { skuId: 'LAMP', quantity: 2 })
  const cart = await stand.backend.carts.get(shopper)
  const request = await orderFor(
    stand.backend,
    shopper,
    { STOOL: 1, LAMP: 2 },
    { cartLineIds: cart.lines.map(({ id }) => id) },
  )
  await stand.backend.checkout.quote(shopper, { items: [{ skuId: OAK, quantity: 1 }], address: null })
  const before = stand.control.orders().length
  stand.control.arm({ kind: 'partialAdd' })
  expect(await stand.backend.checkout.place(shopper, request)).toMatchObject({
    ok: false,
    problem: 'lines_unavailable',
    lines: [{ skuId: 'LAMP' }],
  })
  expect(stand.control.orders()).toHaveLength(before)
  expect(await stand.backend.carts.get(shopper)).toEqual(cart)
  // What did go in is taken out or counted in by the next filling: exactly what is paid for is ordered.
  const order = await placed(stand.backend, shopper, { STOOL: 3 })
  expect(stand.control.order(order.number)!.items).toMatchObject([{ sku: 'STOOL', ordered: 3 }])
})

test('a quote says which line the till would not take, and adds up the others', async () => {
  const shopper = newShopper()
  stand.control.arm({ kind: 'partialAdd' })
  const items = [
    { skuId: 'STOOL', quantity: 1 },
    { skuId: 'LAMP', quantity: 1 },
  ]
  const quote = await stand.backend.checkout.quote(shopper, { items, address: null })
  expect(quote.lines.map(({ status }) => status)).toEqual(['ok', 'sold_out'])
  expect(quote.amounts.goods).toBe(12_900)
  expect(quote.problems).toEqual(['lines_unavailable', 'address_required'])
})

test('the last piece is sold elsewhere just before the order is placed', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { LAMP: 1, STOOL: 1 })
  stand.control.arm({ kind: 'stockGone', sku: 'LAMP', operation: 'placeOrder' })
  expect(await stand.backend.checkout.place(shopper, request)).toEqual({
    ok: false,
    problem: 'lines_unavailable',
    lines: [{ skuId: 'LAMP', status: 'sold_out', available: 0, pickup: null }],
  })
})

test('a price that changes before the till is opened is told, and nothing is ordered', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { STOOL: 1 })
  stand.control.arm({ kind: 'priceChange', sku: 'STOOL', price: 139, operation: 'customerCart' })
  expect(await stand.backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
})

test('a price that changes in the very moment of placing: the order is taken back', async () => {
  const shopper = newShopper()
  const request = await orderFor(stand.backend, shopper, { STOOL: 1 })
  const before = stand.control.orders().length
  stand.control.arm({ kind: 'priceChange', sku: 'STOOL', price: 139, operation: 'placeOrder' })
  expect(await stand.backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
  expect(stand.control.orders().slice(before)).toMatchObject([{ state: 'canceled' }])
  expect((await stand.backend.orders.list(shopper, { limit: 10 })).items).toEqual([])
})

describe('a disabled variant', () => {
  test('that leaks into the list of variants is not offered (magento2#34053)', async () => {
    stand.control.putOffSale('CHAIR-BLACK')
    stand.control.arm({ kind: 'disabledVariantsLeak' }, 'always')
    const bought = (backend: CommerceBackend) =>
      backend.carts.add(newShopper(), { skuId: 'ARC-CHAIR:CHAIR-BLACK', quantity: 1 })
    const chair = (await stand.backend.catalog.product({ locale: 'en' }, 'arc-chair'))!
    expect(chair.skus.filter(({ maxQuantity }) => maxQuantity > 0).map(({ code }) => code)).toEqual(['CHAIR-OAK'])
    expect(await bought(stand.backend)).toMatchObject({ ok: false })
    // A store may even call it in stock: then its own selection is asked, which does not lead there.
    const lying = stand.another({
      fetch: async (input, init) => {
        const answer = await fetch(input, init)
        const text = (await answer.text()).replaceAll('"OUT_OF_STOCK"', '"IN_STOCK"')
        return new Response(text, answer)
      },
    })
    const leaked = (await lying.catalog.product({ locale: 'en' }, 'arc-chair'))!
    expect(leaked.skus.map(({ code }) => code)).toEqual(['CHAIR-OAK'])
    expect(await bought(lying)).toMatchObject({ ok: false, problem: { code: 'off_sale' } })
  })

  test('that was in a cart is marked, and the order refused', async () => {
    const shopper = newShopper()
    const request = await orderFor(stand.backend, shopper, { [OAK]: 1 })
    stand.control.arm({ kind: 'disableVariant', sku: 'CHAIR-OAK', operation: 'customerCart' })
    expect(await stand.backend.checkout.place(shopper, request)).toMatchObject({
      ok: false,
      problem: 'lines_unavailable',
      lines: [{ skuId: OAK }],
    })
  })

  test('is another thing than one the selection forgot: that stays buyable (magento2#38037)', async () => {
    stand.control.arm({ kind: 'incompleteSelection' }, 'always')
    const chair = (await stand.backend.catalog.product({ locale: 'en' }, 'arc-chair'))!
    expect(chair.skus.map(({ code }) => code)).toEqual(['CHAIR-OAK', 'CHAIR-BLACK'])
  })
})

describe('the customer token', () => {
  test.each([
    ['is refused when it has expired', false],
    ['is taken for a guest’s when it has expired (magento2#26112)', true],
  ])('%s: another one is minted, and the order is the shopper’s', async (_, asGuest) => {
    const shopper = newShopper()
    const request = await orderFor(stand.backend, shopper, { STOOL: 1 })
    if (asGuest) stand.control.arm({ kind: 'expiredTokenAsGuest' }, 'always')
    // Magento's clock runs ahead of ours: by ours the token is good.
    stand.control.advance(3 * 3_600_000)
    const answer = await stand.backend.checkout.place(shopper, request)
    expect(answer).toMatchObject({ ok: true, replayed: false })
    const number = answer.ok ? answer.order.number : ''
    expect(stand.control.order(number)!.customerId).not.toBeNull()
  })
})

test('a payment method the store does not offer is the merchant’s to mend, and the message says so', async () => {
  const wrong = stand.another({ paymentMethod: 'wechatpay' })
  const shopper = newShopper()
  const request = await orderFor(wrong, shopper, { STOOL: 1 })
  const placing = wrong.checkout.place(shopper, request)
  await expect(placing).rejects.toThrow(/payment method wechatpay/)
  await expect(placing).rejects.toThrow(BackendUnavailable)
})

test('a province no store of China knows cannot be delivered to', async () => {
  const shopper = newShopper()
  const items = [{ skuId: 'STOOL', quantity: 1 }]
  const address = { ...(await orderFor(stand.backend, shopper, { STOOL: 1 })).address!, province: '加利福尼亚州' }
  const quote = await stand.backend.checkout.quote(shopper, { items, address })
  expect(quote.problems).toEqual(['address_undeliverable'])
  const request = await orderFor(stand.backend, shopper, { STOOL: 1 }, { address })
  expect(await stand.backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'address_undeliverable' })
})
