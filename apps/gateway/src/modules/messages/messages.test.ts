import type { MessageAnswers, MessageKind, Order, OrderMessages } from '@xiaopu/contract'
import { createGateway } from '../../gateway'
import { DAY, MINUTE } from '../../testing/clock'
import { APPID, TEMPLATES } from '../../testing/merchant'
import { openedShop } from '../../testing/opened-shop'
import { CHEN, LIN } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'
import { afterSaleTalk, WAREHOUSE } from '../after-sales/testing'

const { stand, shopper, owner, paid, runJobs } = openedShop()
const { ask, answer: answerAfterSale, payOut, approve } = afterSaleTalk(stand)

const url = ({ id }: Order) => `/v1/orders/${id}/messages`
const offered = async (order: Order, who = shopper) =>
  (await who.get<OrderMessages>(url(order))).body.offers.map(({ kind }) => kind)
const say = (order: Order, answers: Partial<MessageAnswers>, who: Visitor = shopper, headers = {}) =>
  who.post(url(order), { allowed: [], refused: [], ...answers }, headers)
/** 允许, in WeChat and then here. */
async function allow(order: Order, kind: MessageKind, headers = {}): Promise<void> {
  await onlyInWechat(kind)
  expect((await say(order, { allowed: [kind] }, shopper, headers)).status).toBe(204)
}
const onlyInWechat = (kind: MessageKind) =>
  stand().onPhone('/device/subscriptions', {
    ...{ appid: APPID, person: LIN },
    answers: { [TEMPLATES[kind].id]: 'accept' },
  })
const arrived = () => stand().sandbox.control.messages()
const ship = (order: Order, trackingNumber = 'SF1000000001', lines: Order['shipments'][0]['lines'] | null = null) =>
  stand().merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber, lines })
/** What has happened is noted in one round, and sent in the next. */
async function work(): Promise<void> {
  await runJobs()
  await runJobs()
}
const later = async (ms = MINUTE) => {
  stand().clock.pass(ms)
  await work()
}

async function toPickUp(): Promise<Order> {
  const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
  const delivery = { kind: 'pickup', storeId: 'sh-anfu' }
  const quote = await shopper.post<{ id: string }>('/v1/checkout/quote', { source, address: null, delivery })
  const who = { name: '林小满', phone: '14000000101' }
  const placed = await shopper.place(quote.body.id, 'to-pick-up', source, {
    address: null,
    delivery: { ...delivery, ...who },
  })
  await stand().payOnPhone((await shopper.startPayment(placed.body)).body.params)
  return placed.body
}

describe('what is offered', () => {
  test('of a paid order is what is still to come, by its template, until it was let through', async () => {
    const order = await paid()
    const { body } = await shopper.get<OrderMessages>(url(order))
    expect(body.offers).toEqual([
      { kind: 'shipped', templateId: 'shipped-template' },
      { kind: 'after_sale', templateId: 'after-sale-template' },
    ])
    await say(order, { allowed: ['shipped'] })
    expect(await offered(order)).toEqual(['after_sale'])
    expect(await offered(await toPickUp())).toEqual(['ready', 'after_sale'])
  })

  test('never again is what was refused once, of whichever order, nor is anybody else kept from it', async () => {
    const order = await paid()
    await say(order, { refused: ['after_sale'] })
    expect(await offered(order)).toEqual(['shipped'])
    expect(await offered(await paid('LAMP'))).toEqual(['shipped'])
    const chen = await stand().shopper(CHEN)
    const theirs = await chen.order('LAMP')
    await stand().payOnPhone((await chen.startPayment(theirs)).body.params, CHEN)
    expect(await offered(theirs, chen)).toEqual(['shipped', 'after_sale'])
  })

  test('is what the shop has a template for, and nothing else', async () => {
    const order = await paid()
    const bare = await createGateway(
      { ...stand().config, messages: { shipped: TEMPLATES.shipped } },
      { database: stand().database, clock: stand().clock.now, jobs: 'by-hand', logStream: { write: () => {} } },
    )
    const headers = { authorization: `Bearer ${shopper.token}` }
    const { payload } = await bare.app.inject({ method: 'GET', url: url(order), headers })
    expect(JSON.parse(payload).offers).toEqual([{ kind: 'shipped', templateId: 'shipped-template' }])
    await bare.close()
  })

  test('is the shopper’s own, and the answer has to make sense', async () => {
    const order = await paid()
    const chen = await stand().shopper(CHEN)
    expect((await chen.get(url(order))).status).toBe(404)
    expect((await say(order, { allowed: ['shipped'] }, chen)).status).toBe(404)
    expect((await say(order, { allowed: ['shipped'] }, stand().visitor())).status).toBe(401)
    for (const answers of [{ allowed: ['parcel'] }, { allowed: ['shipped'], refused: ['shipped'] }, { price: 1 }])
      expect(await say(order, answers as never)).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    expect(await stand().count('gateway.message_permits')).toBe(0)
  })
})

describe('a message', () => {
  test('tells of the first parcel, with what is in it, and leads to the order', async () => {
    const order = await paid('CUP-W', 2)
    await allow(order, 'shipped')
    await ship(order, 'SF1', [{ skuId: 'CUP-W', quantity: 1 }])
    await work()
    await later()
    expect(arrived()).toMatchObject([
      {
        ...{ person: LIN, templateId: 'shipped-template', page: `trade/order/index?id=${order.id}` },
        values: {
          ...{ character_string1: order.number, thing2: order.lines[0]!.name, phrase3: '顺丰速运' },
          ...{ character_string4: 'SF1', time5: '2026年3月2日 10:00', thing6: '包裹已发出，点按查看物流' },
        },
      },
    ])
    // One permission is one message.
    await ship(order, 'SF2', [{ skuId: 'CUP-W', quantity: 1 }])
    await work()
    expect(arrived()).toHaveLength(1)
  })

  test('tells where and with which code what waits in a store is picked up', async () => {
    const order = await toPickUp()
    await allow(order, 'ready')
    await stand().merchant.markReady(order.id)
    await work()
    const { delivery } = await shopper.seen(order)
    expect(arrived()).toMatchObject([
      { values: { character_string4: (delivery as { code: string }).code, thing2: expect.stringContaining('安福路') } },
    ])
  })

  test('tells of the answer to an after-sale, and of the money when that was let through, too', async () => {
    const order = await stand().sent(shopper, 'CUP-W', 2)
    const { id } = (await ask(shopper, order, { kind: 'return' })).body
    expect(await offered(order)).toEqual(['after_sale'])
    await allow(order, 'after_sale')
    await work()
    expect(arrived()).toEqual([])
    stand().clock.pass(MINUTE)
    expect((await approve(id, { returnTo: WAREHOUSE })).status).toBe(200)
    await work()
    await later()
    expect(arrived()).toMatchObject([
      {
        page: `trade/after-sale/index?id=${id}`,
        values: {
          character_string1: order.number,
          amount3: expect.stringMatching(/^¥\d+\.\d\d$/),
          phrase4: '请寄回商品',
        },
      },
    ])
    expect(await offered(order)).toEqual(['after_sale'])
    await allow(order, 'after_sale')
    await shopper.post(`/v1/after-sales/${id}/waybill`, { carrier: '顺丰速运', trackingNumber: 'SF9' })
    stand().clock.pass(MINUTE)
    await answerAfterSale(id, 'receipt', { restock: true })
    await work()
    expect(arrived().map(({ values }) => values.phrase4)).toEqual(['请寄回商品', '已同意退款'])
  })

  test('tells of money that came back without having been asked for', async () => {
    const order = await paid('CUP-W')
    await allow(order, 'after_sale')
    stand().clock.pass(MINUTE)
    const refund = { amount: 10_00, lines: [], restock: false, reason: '补偿' }
    const given = await owner.post(`/v1/merchant/orders/${order.id}/refunds`, refund, { 'idempotency-key': 'a-refund' })
    expect(given.status).toBe(201)
    await payOut()
    await work()
    await later()
    expect(arrived()).toMatchObject([{ values: { amount3: '¥10.00', phrase4: '已退款' } }])
  })

  test('warns of an order that is about to be closed, ten minutes before, and not once it is paid', async () => {
    const [order, other] = [await shopper.order('LAMP'), await shopper.order('CUP-W')]
    expect(await offered(order)).toEqual(['unpaid'])
    for (const each of [order, other]) await allow(each, 'unpaid')
    await later(19 * MINUTE)
    expect(arrived()).toEqual([])
    await stand().payOnPhone((await shopper.startPayment(other)).body.params)
    await later(MINUTE)
    await later(MINUTE)
    const [, hour, minute] = /T(\d\d):(\d\d)/.exec(order.expiresAt!)!
    const closesAt = `2026年3月2日 ${Number(hour) + 8}:${minute}`
    expect(arrived()).toMatchObject([
      { values: { character_string1: order.number, time4: closesAt, amount3: `¥${order.amounts.total / 100}.00` } },
    ])
  })

  test('is in the language it was let through in', async () => {
    const order = await paid()
    await allow(order, 'shipped', { 'accept-language': 'en' })
    await ship(order)
    await work()
    expect(arrived()[0]!.values.thing6).toBe('On its way')
  })

  test('of what nobody let through is not written, let alone sent', async () => {
    await ship(await paid())
    await work()
    expect([arrived(), await stand().count('gateway.messages')]).toEqual([[], 0])
  })
})

describe('a message that does not get through', () => {
  async function onItsWay(): Promise<Order> {
    const order = await paid()
    await allow(order, 'shipped')
    await ship(order)
    return order
  }
  const fail = (how: object, times = 1) =>
    stand().sandbox.control.fail({ endpoint: 'message.subscribe', times, ...how })

  test('is tried again later and later, and given up after a day', async () => {
    await onItsWay()
    fail({ errcode: -1 }, 2)
    await work()
    await later(MINUTE)
    expect(arrived()).toEqual([])
    await later(MINUTE)
    expect(arrived()).toEqual([])
    await later(MINUTE)
    expect(arrived()).toHaveLength(1)

    await onItsWay()
    fail({ errcode: -1 }, 3)
    await work()
    await later(DAY)
    await later(DAY)
    expect(arrived()).toHaveLength(1)
  })

  test('because its answer was lost arrives once, though it is sent again', async () => {
    await onItsWay()
    fail({ drop: 'answer' })
    await work()
    await later()
    await later(5 * MINUTE)
    expect(arrived()).toHaveLength(1)
  })

  test('because its answer was lost does not take the place of the next one the shopper let through', async () => {
    const next = await paid('LAMP')
    await allow(next, 'shipped')
    const order = await onItsWay()
    fail({ drop: 'answer' })
    await work()
    await later()
    await ship(next)
    await work()
    expect(arrived().map(({ page }) => page)).toEqual([order, next].map(({ id }) => `trade/order/index?id=${id}`))
    expect(stand().log.join('')).toContain('may have arrived')
  })

  test('for a shopper who has switched it off in WeChat is let go without a word', async () => {
    const [order, next] = [await paid(), await paid('LAMP')]
    // Here they said yes; WeChat has heard otherwise since.
    for (const each of [order, next]) await say(each, { allowed: ['shipped'] })
    stand().log.length = 0
    for (const each of [order, next]) await ship(each)
    await work()
    await onlyInWechat('shipped')
    await later(DAY)
    expect(arrived()).toEqual([])
    expect(stand().log.filter((line) => /"level":(40|50)/.test(line))).toEqual([])
    const { rows } = await stand().database.execute('select state, values from gateway.messages')
    expect(rows.every(({ state, values }) => state === 'dropped' && values === null)).toBe(true)
  })

  test('because WeChat does not take what it says is told to a person, once', async () => {
    await onItsWay()
    fail({ errcode: 47003 })
    await work()
    await later(DAY)
    expect(arrived()).toEqual([])
    expect(stand().log.filter((line) => line.includes('a person has to look at its template'))).toHaveLength(1)
  })

  test('is sent once by two gateways that look at the same time', async () => {
    const orders = [await onItsWay(), await onItsWay(), await onItsWay()]
    // WeChat would let more through: it is not what keeps them from being said twice.
    for (let more = 0; more < 3; more += 1) await onlyInWechat('shipped')
    const second = await createGateway(stand().config, {
      ...{ database: stand().database, clock: stand().clock.now, jobs: 'by-hand' },
      logStream: { write: () => {} },
    })
    const both = () => Promise.all([stand().gateway.runJobsOnce(), second.runJobsOnce()])
    await both()
    await both()
    expect(arrived()).toHaveLength(orders.length)
    await second.close()
  })
})
