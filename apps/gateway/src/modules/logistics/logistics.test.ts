import type { Order, ParcelTrace } from '@xiaopu/contract'
import { DAY, HOUR, MINUTE } from '../../testing/clock'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const NUMBER = 'SF1000000001'

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

const sent = async (skuId = 'LAMP') => shopper.seen(await stand.sent(shopper, skuId))
const trace = async ({ id, shipments }: Order, who = shopper) =>
  who.get<ParcelTrace>(`/v1/orders/${id}/shipments/${shipments[0]!.id}/trace`)
const statuses = async (order: Order) => (await trace(order)).body.events.map(({ status }) => status)

test('a parcel’s way is told from the newest on, with times', async () => {
  const order = await sent()
  const sentAt = order.shipments[0]!.shippedAt
  expect((await trace(order)).body).toEqual({
    shipmentId: order.shipments[0]!.id,
    carrier: '顺丰速运',
    trackingNumber: NUMBER,
    traced: 'not_yet',
    events: [{ status: 'sent', at: sentAt }],
  })
  stand.sandbox.control.moveParcel(NUMBER, 2)
  stand.clock.pass(10 * MINUTE)
  const moved = stand.clock.now().toISOString()
  expect((await trace(order)).body).toMatchObject({
    traced: 'yes',
    events: [
      { status: 'moving', at: moved },
      { status: 'sent', at: sentAt },
    ],
  })
})

test('WeChat is asked once in ten minutes, however often the shopper looks', async () => {
  const order = await sent()
  await trace(order)
  stand.sandbox.control.moveParcel(NUMBER, 4)
  stand.clock.pass(9 * MINUTE)
  expect(await statuses(order)).toEqual(['sent'])
  stand.clock.pass(MINUTE)
  expect(await Promise.all([statuses(order), statuses(order)])).toContainEqual(['signed', 'sent'])
  expect(await statuses(order)).toEqual(['signed', 'sent'])
})

test('a parcel nobody looks at is asked for too, and no more once it has arrived', async () => {
  const order = await sent()
  await stand.gateway.runJobsOnce()
  for (const status of [1, 2, 3, 4] as const) {
    stand.sandbox.control.moveParcel(NUMBER, status)
    stand.clock.pass(2 * HOUR)
    await stand.gateway.runJobsOnce()
  }
  stand.sandbox.control.moveParcel(NUMBER, 5)
  stand.clock.pass(DAY)
  expect(await statuses(order)).toEqual(['signed', 'delivering', 'moving', 'collected', 'sent'])
})

describe('nobody can say where it is', () => {
  const nothing = { status: 200, body: { traced: 'no', carrier: '顺丰速运', events: [{ status: 'sent' }] } }

  test('while WeChat does not answer; it is asked again a minute later', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'express.trace', errcode: -1 })
    expect(await trace(order)).toMatchObject({ ...nothing, body: { ...nothing.body, trackingNumber: NUMBER } })
    stand.sandbox.control.moveParcel(NUMBER, 1)
    stand.clock.pass(MINUTE)
    expect(await statuses(order)).toEqual(['collected', 'sent'])
  })

  test('when the Mini Program was not given the logistics component', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'express.trace', errcode: 48001 })
    expect(await trace(order)).toMatchObject(nothing)
  })

  test('when the parcel has no number, or the order was free', async () => {
    const order = await shopper.order('LAMP')
    await stand.payOnPhone((await shopper.startPayment(order)).body.params)
    await stand.merchant.ship(order.id, { carrier: '自己送', trackingNumber: null, lines: null })
    expect((await trace(await shopper.seen(order))).body).toMatchObject({ traced: 'no', carrier: '自己送' })
    const free = await shopper.order('GIFT')
    await shopper.startPayment(free)
    await stand.merchant.ship(free.id, { carrier: '顺丰速运', trackingNumber: NUMBER, lines: null })
    expect((await trace(await shopper.seen(free))).body).toMatchObject({ traced: 'no' })
  })

  test('what was seen before is still told while WeChat is away', async () => {
    const order = await sent()
    stand.sandbox.control.moveParcel(NUMBER, 2)
    await trace(order)
    stand.sandbox.control.fail({ endpoint: 'express.query', errcode: -1, times: 2 })
    stand.clock.pass(10 * MINUTE)
    expect((await trace(order)).body).toMatchObject({ traced: 'yes', events: [{ status: 'moving' }, {}] })
  })
})

test('a parcel of somebody else does not exist, nor one that was never sent', async () => {
  const order = await sent()
  expect(await trace(order, await stand.shopper(CHEN))).toMatchObject({ status: 404 })
  expect(await shopper.get(`/v1/orders/${order.id}/shipments/nothing/trace`)).toMatchObject({ status: 404 })
})
