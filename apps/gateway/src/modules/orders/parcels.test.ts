import type { Order } from '@xiaopu/contract'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

const confirm = (order: Order, who = shopper) => who.post<Order>(`/v1/orders/${order.id}/receipt`)
const pay = async (order: Order) => stand.payOnPhone((await shopper.startPayment(order)).body.params)

describe('receipt is not confirmed', () => {
  test('of an order that is unpaid, or not sent yet', async () => {
    const order = await shopper.order('LAMP')
    expect(await confirm(order)).toMatchObject({ status: 409, body: { code: 'order_not_shipped' } })
    await pay(order)
    expect(await confirm(order)).toMatchObject({ status: 409, body: { code: 'order_not_shipped' } })
    expect(await shopper.seen(order)).toMatchObject({
      status: 'paid',
      shipments: [],
      actions: ['after_sale', 'buy_again', 'request_fapiao'],
    })
  })

  test('of an order of which a part is still in the warehouse', async () => {
    const order = await shopper.order('CUP-W', 2)
    await pay(order)
    const lines = [{ skuId: 'CUP-W', quantity: 1 }]
    await stand.merchant.ship(order.id, { carrier: '德邦快递', trackingNumber: null, lines })
    expect(await confirm(order)).toMatchObject({ status: 409, body: { code: 'order_not_shipped' } })
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid', shipments: [{ carrier: '德邦快递', lines }] })
  })

  test('by somebody else, for whom there is no such order', async () => {
    const order = await stand.sent(shopper, 'LAMP')
    expect(await confirm(order, await stand.shopper(CHEN))).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect((await shopper.seen(order)).status).toBe('shipped')
  })
})

test('a parcel is told with its carrier and number', async () => {
  const order = await stand.sent(shopper, 'LAMP')
  expect(await shopper.seen(order)).toMatchObject({
    status: 'shipped',
    shipments: [
      {
        carrier: '顺丰速运',
        trackingNumber: 'SF1000000001',
        shippedAt: stand.clock.now().toISOString(),
        lines: [{ skuId: 'LAMP', quantity: 1 }],
      },
    ],
    actions: ['confirm_receipt', 'review', 'after_sale', 'buy_again', 'extend_receipt', 'request_fapiao'],
  })
})

test('an order that has arrived is completed, and saying so again changes nothing', async () => {
  const order = await stand.sent(shopper, 'LAMP')
  const [first, second] = await Promise.all([confirm(order), confirm(order)])
  const actions = ['review', 'after_sale', 'buy_again', 'request_fapiao', 'delete']
  for (const { status, body } of [first, second, await confirm(order)])
    expect([status, body.status, body.actions]).toEqual([200, 'completed', actions])
  expect((await shopper.get('/v1/orders/counts')).body).toMatchObject({ shipped: 0, completed: 1 })
})
