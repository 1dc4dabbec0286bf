import { Stand } from '../../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())

test('a shopper puts a lamp in the cart, orders it, pays it on the phone, and it is paid', async () => {
  const shopper = await stand.shopper()
  const cart = await shopper.put('LAMP', 2)
  expect(cart).toMatchObject({ count: 2, selectedCount: 2, subtotal: 25_800, saved: 6_000 })

  const quote = await shopper.quote()
  expect(quote).toMatchObject({ problems: [], amounts: { goods: 25_800, shipping: 0, total: 25_800 } })
  const placed = await shopper.place(quote.id, 'first-purchase')
  expect(placed.status).toBe(201)
  const order = placed.body
  expect(order).toMatchObject({
    status: 'pending_payment',
    paymentStatus: 'unpaid',
    actions: ['pay', 'cancel'],
    pieces: 2,
  })
  expect((await shopper.cart()).lines).toEqual([])
  expect(await stand.stock('LAMP')).toEqual({ onHand: 10, reserved: 2 })

  const started = await shopper.startPayment(order)
  expect(started.body).toMatchObject({ status: 'ready', params: { signType: 'RSA' } })
  expect(await stand.payOnPhone(started.body.params)).toMatchObject({ result: 'ok' })

  expect(await shopper.payment(order)).toMatchObject({ status: 'paid', orderStatus: 'paid', amount: 25_800 })
  const actions = ['after_sale', 'buy_again', 'request_fapiao']
  expect(await shopper.seen(order)).toMatchObject({ status: 'paid', paymentStatus: 'paid', actions })
  expect(await stand.stock('LAMP')).toEqual({ onHand: 8, reserved: 0 })
})
