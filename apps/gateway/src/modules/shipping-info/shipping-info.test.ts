import type { MerchantOrder, Order } from '@xiaopu/contract'
import { createGateway } from '../../gateway'
import { DAY, MINUTE } from '../../testing/clock'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open({ ownerToken: OWNER_TOKEN })
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

const sent = async () => shopper.seen(await stand.sent(shopper, 'LAMP'))
/** What has happened is noted in one round, and told in the next. */
const work = async () => {
  await stand.gateway.runJobsOnce()
  await stand.gateway.runJobsOnce()
}
const later = async (ms = MINUTE) => {
  stand.clock.pass(ms)
  await work()
}
const toldOf = ({ number }: Order) => stand.sandbox.control.shippings()[number]
const uploadsOf = (order: Order) => toldOf(order)?.uploads ?? []
const check = (order: Order, who = shopper) => who.post<Order>(`/v1/orders/${order.id}/receipt/check`)
const stateOf = async ({ id }: Order) =>
  (await stand.database.execute('select state, problem from gateway.shipping_uploads where order_id = $1', [id]))
    .rows[0]

describe('WeChat is told what was sent', () => {
  test('once, with number, carrier, goods and a masked telephone number', async () => {
    const order = await sent()
    await work()
    expect(uploadsOf(order)).toEqual([
      {
        at: stand.clock.ms(),
        ...{ logisticsType: 1, deliveryMode: 1, allDelivered: true },
        parcels: [
          {
            ...{ tracking_no: 'SF1000000001', express_company: 'SF' },
            item_desc: `${order.lines[0]!.name}×1`,
            contact: { receiver_contact: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) },
          },
        ],
      },
    ])
    await later(DAY)
    expect(uploadsOf(order)).toHaveLength(1)
  })

  test('of several parcels as they leave, the last with the word that it is the last', async () => {
    const order = await stand.paid(shopper, 'CUP-W', 2)
    const ship = (trackingNumber: string) =>
      stand.merchant.ship(order.id, {
        carrier: '顺丰速运',
        trackingNumber,
        lines: [{ skuId: 'CUP-W', quantity: 1 }],
      })
    await ship('SF1')
    await work()
    expect((await shopper.seen(order)).receipt).toBeNull()
    stand.clock.pass(MINUTE)
    await ship('SF2')
    await work()
    expect(uploadsOf(order)).toMatchObject([
      { deliveryMode: 2, allDelivered: false, parcels: [{ tracking_no: 'SF1' }] },
      { deliveryMode: 2, allDelivered: true, parcels: [{ tracking_no: 'SF2' }] },
    ])
    expect((await shopper.seen(order)).receipt).toEqual({ transactionId: expect.stringMatching(/^\d+$/) })
  })

  test('when it waits in its store, as something that is picked up', async () => {
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const delivery = { kind: 'pickup', storeId: 'sh-anfu' }
    const quote = await shopper.post<{ id: string }>('/v1/checkout/quote', { source, address: null, delivery })
    const who = { name: '林小满', phone: '14000000101' }
    const { body: order } = await shopper.place(quote.body.id, 'to-pick-up', source, {
      address: null,
      delivery: { ...delivery, ...who },
    })
    await stand.payOnPhone((await shopper.startPayment(order)).body.params)
    await work()
    expect(uploadsOf(order)).toEqual([])
    await stand.merchant.markReady(order.id)
    await work()
    const parcels = [{ item_desc: `${order.lines[0]!.name}×1` }]
    expect(uploadsOf(order)).toMatchObject([{ logisticsType: 4, deliveryMode: 1, parcels }])
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', receipt: null })
  })

  test('by two gateways as by one', async () => {
    let calls = 0
    const counting: typeof fetch = (input, init) => {
      if (String(input).includes('upload_shipping_info')) calls += 1
      return fetch(input, init)
    }
    await stand.gateway.close()
    await stand.start({ fetch: counting })
    const second = await createGateway(stand.config, {
      ...{ database: stand.database, clock: stand.clock.now, jobs: 'by-hand', fetch: counting },
      logStream: { write: () => {} },
    })
    const orders = [await sent(), await sent(), await sent()]
    await stand.gateway.runJobsOnce()
    await Promise.all([stand.gateway.runJobsOnce(), second.runJobsOnce()])
    expect(orders.map((order) => uploadsOf(order).length)).toEqual([1, 1, 1])
    expect(calls).toBe(3)
    await second.close()
  })
})

describe('what goes wrong', () => {
  test('an answer that got lost is asked for, and nothing is told twice', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'shipping.upload', drop: 'answer' })
    await work()
    expect(await stateOf(order)).toMatchObject({ state: 'due' })
    await later()
    expect(await stateOf(order)).toEqual({ state: 'told', problem: null })
    expect(uploadsOf(order)).toHaveLength(1)
  })

  test('a payment WeChat has not heard of yet, or a WeChat that is unwell, is tried again a while later each time', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'shipping.order', errcode: 10060001 })
    await work()
    await later(MINUTE - 1_000)
    expect(await stateOf(order)).toMatchObject({ state: 'due', problem: expect.stringContaining('not heard') })
    stand.sandbox.control.fail({ endpoint: 'shipping.upload', errcode: -1 })
    await later(1_000)
    expect(uploadsOf(order)).toEqual([])
    await later(MINUTE)
    expect(uploadsOf(order)).toEqual([])
    await later(MINUTE)
    expect(uploadsOf(order)).toHaveLength(1)
  })

  test('what WeChat refuses is kept with its words, logged for a person, and not tried again', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'shipping.upload', errcode: 10060014, message: 'bad parcel' })
    await work()
    await later(DAY)
    expect(await stateOf(order)).toMatchObject({ state: 'refused', problem: expect.stringContaining('bad parcel') })
    expect(stand.log.filter((line) => line.includes('a person has to look'))).toHaveLength(1)
    expect(uploadsOf(order)).toEqual([])
    expect((await shopper.seen(order)).receipt).toBeNull()
    const desk = stand.visitor()
    desk.token = OWNER_TOKEN
    const { body } = await desk.get<MerchantOrder>(`/v1/merchant/orders/${order.id}`)
    expect(body.shippingInfo).toMatchObject({ state: 'refused', problem: expect.stringContaining('bad parcel') })
  })

  test('what was refused and then typed in by hand counts as told the day after', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'shipping.upload', errcode: 10060014, when: 'after' })
    await work()
    expect(await stateOf(order)).toMatchObject({ state: 'refused' })
    await later(DAY)
    expect(await stateOf(order)).toEqual({ state: 'told', problem: null })
    expect(uploadsOf(order)).toHaveLength(1)
  })

  test('a gateway that starts anew goes on where the other one stopped', async () => {
    const order = await sent()
    stand.sandbox.control.fail({ endpoint: 'shipping.upload', errcode: -1 })
    await work()
    await stand.gateway.close()
    await stand.start()
    await later()
    expect(uploadsOf(order)).toHaveLength(1)
  })
})

describe('nothing is told', () => {
  test('of an order that cost nothing', async () => {
    const free = await shopper.order('GIFT')
    await shopper.startPayment(free)
    await stand.merchant.ship(free.id, { carrier: '顺丰速运', trackingNumber: 'SF9', lines: null })
    await work()
    expect(await stateOf(free)).toBeUndefined()
    expect(await shopper.seen(free)).toMatchObject({ status: 'shipped', receipt: null })
  })

  test.each(['off', 'auto'] as const)('where the setting says %s and WeChat does not ask for it', async (setting) => {
    await stand.gateway.close()
    const { config } = stand
    Object.assign(config, { shippingUpload: setting })
    await stand.start({
      fetch: async (input, init) =>
        String(input).includes('is_trade_managed')
          ? Response.json({ errcode: 0, is_trade_managed: false })
          : fetch(input, init),
    })
    const order = await sent()
    await work()
    expect(uploadsOf(order)).toEqual([])
    expect(await shopper.seen(order)).toMatchObject({ status: 'shipped', receipt: null })
    await stand.gateway.close()
    Object.assign(config, { shippingUpload: undefined })
    await stand.start()
  })
})

describe('receipt', () => {
  test('counts when WeChat says that the shopper has confirmed it, and not before', async () => {
    const order = await sent()
    await work()
    expect(await check(order)).toMatchObject({ status: 200, body: { status: 'shipped' } })
    const transaction_id = (await shopper.seen(order)).receipt!.transactionId
    await stand.onPhone('/device/receipts/confirm', {
      appid: stand.config.wechat.appid,
      person: 'lin-xiaoman',
      transaction_id,
    })
    expect((await shopper.seen(order)).status).toBe('shipped')
    const answers = await Promise.all([check(order), check(order)])
    for (const { status, body } of answers)
      expect([status, body.status, body.receipt]).toEqual([200, 'completed', null])
    expect(await check(order)).toMatchObject({ status: 200, body: { status: 'completed' } })
  })

  test('is not asked for while nothing was told, nor by somebody else, nor answered while WeChat is away', async () => {
    const order = await sent()
    expect(await check(order)).toMatchObject({ status: 200, body: { status: 'shipped' } })
    expect(await check(order, await stand.shopper(CHEN))).toMatchObject({ status: 404 })
    await work()
    stand.sandbox.control.fail({ endpoint: 'shipping.order', errcode: -1, times: 2 })
    expect(await check(order)).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } })
    expect((await shopper.seen(order)).status).toBe('shipped')
  })

  test('an app of yesterday still confirms with the shop alone', async () => {
    const order = await sent()
    await work()
    expect((await shopper.post<Order>(`/v1/orders/${order.id}/receipt`)).body.status).toBe('completed')
  })
})
