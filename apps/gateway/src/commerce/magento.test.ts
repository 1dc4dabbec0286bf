import type { Home, HomeWorkbench, Order, ProductSummary, Quote } from '@xiaopu/contract'
import { importHomeInto } from '../import/import-into'
import { createStaff } from '../modules/merchant/staff'
import { createPaymentBook } from '../modules/payments/book'
import { writeRefund } from '../modules/payments/refund-book'
import { MINUTE } from '../testing/clock'
import { ADDRESS } from '../testing/goods'
import { type MagentoStand, openMagentoStand } from '../testing/magento-stand'
import type { Visitor } from '../testing/visitor'

let stand: MagentoStand
let shopper: Visitor
beforeAll(async () => {
  stand = await openMagentoStand({ undeliverableAttribute: 'not_sent_to' })
})
afterAll(() => stand.close())
beforeEach(async () => {
  shopper = await stand.shop.shopper()
})
afterEach(() => {
  stand.magento.control.disarm()
  expect(stand.magento.control.bugs).toEqual([])
})

const atMagento = (order: Order) => stand.magento.control.order(order.number)!
const atWechat = (order: Order) =>
  stand.shop.sandbox.control.orders().find(({ outTradeNo }) => outTradeNo === order.number)
const prepaid = async () => {
  const order = await shopper.order('LAMP')
  const { body } = await shopper.startPayment(order)
  return { order, params: body.params }
}
const paid = async () => {
  const { order, params } = await prepaid()
  await stand.shop.payOnPhone(params)
  return order
}
const products = async () =>
  (await shopper.get<{ items: ProductSummary[] }>('/v1/products?limit=20')).body.items.map(({ name }) => name)

test('what is in Magento is bought with WeChat Pay, and invoiced in Magento', async () => {
  expect(await products()).toEqual(expect.arrayContaining(['纸灯', '花瓶']))
  await shopper.put('LAMP', 2)
  const quote = await shopper.quote()
  expect(quote.amounts).toMatchObject({ goods: 25_800, shipping: 1_000, total: 26_800 })
  const { status, body: order } = await shopper.place(quote.id, 'key-of-the-first-purchase')
  expect([status, order.status, order.amounts.total]).toEqual([201, 'pending_payment', 26_800])
  const { body } = await shopper.startPayment(order)
  expect(atMagento(order)).toMatchObject({ state: 'new', invoices: [] })
  expect((await stand.shop.payOnPhone(body.params)).result).toBe('ok')
  expect(await shopper.seen(order)).toMatchObject({ status: 'paid', paymentStatus: 'paid' })
  expect(atMagento(order)).toMatchObject({ state: 'processing', grandTotal: 26_800 })
  expect(atMagento(order).invoices).toHaveLength(1)
  expect((await shopper.cart()).lines).toEqual([])
})

test('what the merchant does not send to a place stands apart at checkout there, and an order with it is refused', async () => {
  const there = { ...ADDRESS, province: '西藏自治区', city: '拉萨市', district: '城关区' }
  const source = { kind: 'cart' }
  const quoted = async (address = there) => (await shopper.post<Quote>('/v1/checkout/quote', { source, address })).body
  await shopper.put('LAMP')
  await shopper.put('VASE')
  const both = await quoted()
  expect(both.lines.map(({ skuId, status }) => [skuId, status]).sort()).toEqual([
    ['LAMP', 'ok'],
    ['VASE', 'undeliverable'],
  ])
  expect(both).toMatchObject({ amounts: { goods: 12_900 }, problems: ['lines_undeliverable'] })
  expect((await quoted(ADDRESS)).problems).toEqual([])
  const before = stand.magento.control.orders().length
  expect(await shopper.place(both.id, 'key-of-what-is-not-sent', source, { address: there })).toMatchObject({
    ...{ status: 409, body: { code: 'lines_unavailable', lines: [{ skuId: 'VASE', status: 'undeliverable' }] } },
  })
  expect(stand.magento.control.orders()).toHaveLength(before)
  const told = await shopper.get('/v1/products/vase/delivery?province=西藏自治区&city=拉萨市')
  expect(told.body).toMatchObject({ deliverable: false, undeliverableBecause: 'goods' })
  const { lines } = await shopper.cart()
  await shopper.post('/v1/cart/lines/remove', { lineIds: lines.map(({ id }) => id) })
})

test('a picture of Magento’s is shown from there in every size', async () => {
  const { body } = await shopper.get<{ items: ProductSummary[] }>('/v1/products?limit=20')
  const { picture } = body.items.find(({ name }) => name === '纸灯')!
  expect(picture!.card).toMatch(new RegExp(`^${stand.magento.url}/media/.*lamp\\.jpg`))
  expect([picture!.thumb, picture!.full]).toEqual([picture!.card, picture!.card])
})

test('a second tap on 提交订单 is the same order in Magento', async () => {
  const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
  const { id } = await shopper.quote(source)
  const before = stand.magento.control.orders().length
  const taps = await Promise.all([1, 2, 3].map(() => shopper.place(id, 'key-of-many-taps', source)))
  expect(new Set(taps.map(({ body }) => body.number)).size).toBe(1)
  expect(stand.magento.control.orders()).toHaveLength(before + 1)
})

test('an order whose payment was cancelled can be paid, and called off in Magento too', async () => {
  const { order, params } = await prepaid()
  expect((await stand.shop.cancelOnPhone(params)).result).toBe('cancelled')
  expect(await shopper.payment(order)).toMatchObject({ orderStatus: 'pending_payment' })
  expect((await shopper.startPayment(order)).body.status).toBe('ready')
  const { body } = await shopper.post<Order>(`/v1/orders/${order.id}/cancel`)
  expect(body).toMatchObject({ status: 'cancelled', cancelledBecause: 'shopper' })
  expect([atMagento(order).state, atWechat(order)?.state]).toEqual(['canceled', 'CLOSED'])
})

test('an order whose time is up is closed at WeChat and cancelled in Magento', async () => {
  const { order } = await prepaid()
  stand.shop.clock.pass(31 * MINUTE)
  await stand.shop.gateway.runJobsOnce()
  expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', cancelledBecause: 'expired' })
  expect([atMagento(order).state, atWechat(order)?.state]).toEqual(['canceled', 'CLOSED'])
})

test('what the merchant does in Magento is found within a minute without any webhook', async () => {
  const order = await paid()
  stand.magento.control.shipOrder(order.number)
  await stand.shop.gateway.runJobsOnce()
  expect(await shopper.seen(order)).toMatchObject({ status: 'shipped' })
})

describe('while Magento is away', () => {
  test('the goods can be looked at, and checking out says that the shop is unavailable', async () => {
    const seen = await products()
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const { id } = await shopper.quote(source)
    stand.magento.control.arm({ kind: 'down' }, 'always')
    stand.shop.clock.pass(30 * MINUTE)
    expect(await products()).toEqual(seen)
    const unavailable = { status: 503, body: { code: 'commerce_unavailable' } }
    expect(await shopper.post('/v1/checkout/quote', { source, address: ADDRESS })).toMatchObject(unavailable)
    expect(await shopper.place(id, 'key-while-magento-is-away', source)).toMatchObject(unavailable)
  })

  test('a payment is kept, and invoiced when Magento is back', async () => {
    const { order, params } = await prepaid()
    stand.magento.control.arm({ kind: 'down' }, 'always')
    await stand.shop.payOnPhone(params)
    expect(await shopper.seen(order)).toMatchObject({ status: 'pending_payment' })
    stand.magento.control.disarm()
    await stand.shop.gateway.runJobsOnce()
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid' })
    expect(atMagento(order).invoices).toHaveLength(1)
  })
})

describe('money that went back', () => {
  const sendBack = async (order: Order) => {
    const { db } = stand.shop.database
    const book = createPaymentBook(db, stand.shop.clock.now)
    const payment = (await book.ofOrder(order.id))!
    await writeRefund(db, payment, { mark: 'R', amount: payment.amount, reason: '退货' }, stand.shop.clock.now())
    await stand.shop.gateway.runJobsOnce()
    const { control } = stand.shop.sandbox
    return async () => {
      control.settleRefund(`${order.number}-R`, 'SUCCESS')
      await control.whenIdle()
    }
  }

  test('has a credit memo in Magento, one however often WeChat tells', async () => {
    const order = await paid()
    const succeed = await sendBack(order)
    expect(atMagento(order).creditMemos).toEqual([])
    await succeed()
    expect(atMagento(order).creditMemos).toHaveLength(1)
    await stand.shop.database.execute('update gateway.payment_events set applied_at = null')
    await stand.shop.gateway.runJobsOnce()
    expect(atMagento(order).creditMemos).toHaveLength(1)
    expect(await shopper.seen(order)).toMatchObject({ paymentStatus: 'refunded' })
  })

  test('while Magento was away has it when Magento is back', async () => {
    const order = await paid()
    const succeed = await sendBack(order)
    stand.magento.control.arm({ kind: 'down' }, 'always')
    await succeed()
    expect(await shopper.seen(order)).toMatchObject({ paymentStatus: 'refunded' })
    stand.magento.control.disarm()
    stand.shop.clock.pass(2 * MINUTE)
    await stand.shop.gateway.runJobsOnce()
    expect(atMagento(order).creditMemos).toHaveLength(1)
  })
})

describe('the home page', () => {
  const home = async () => (await shopper.get<Home>('/v1/home')).body.blocks.map(({ type }) => type)
  const write = (content: string | null) => {
    stand.writeHome(content)
    // What was read of Magento is too old by then.
    stand.shop.clock.pass(11 * MINUTE)
  }

  test('is the one the merchant wrote into a CMS block', async () => {
    write('<p>{"blocks": [{"type": "nearby_store"}]}</p>')
    expect(await home()).toEqual(['nearby_store'])
  })

  test('is not published here while that block is there, and can be as soon as it is gone', async () => {
    const document = { blocks: [{ type: 'nearby_store' }] }
    const { database, clock } = stand.shop
    const staff = createStaff({ db: database.db, clock: clock.now, ownerToken: undefined })
    const owner = stand.shop.visitor()
    owner.token = (await staff.hire({ name: '店主', role: 'owner' })).token
    const bench = async () => (await owner.get<HomeWorkbench>('/v1/merchant/home')).body
    const publish = (revision: number) =>
      owner.post('/v1/merchant/home/publish', { revision, publishAt: null, note: '' })
    write('{"blocks": [{"type": "nearby_store"}]}')
    expect(await bench()).toMatchObject({ shownFrom: 'shop_system', document })
    await owner.call('PUT', '/v1/merchant/home/draft', { document, basedOn: 0, revision: 0 })
    expect(await publish(1)).toMatchObject({ status: 501, body: { code: 'not_supported' } })
    expect(await bench()).toMatchObject({ draft: { document } })
    write(null)
    expect(await publish(1)).toMatchObject({ status: 201 })
    expect(await home()).toEqual(['nearby_store'])
    await database.execute('truncate gateway.home_versions')
  })

  test('is composed where that block does not fit, and the log says why', async () => {
    write('{"blocks": [{"type": "carousel"}]}')
    expect(await home()).toEqual(expect.arrayContaining(['hero', 'shortcuts']))
    expect(stand.shop.log.join()).toContain('the home page in the shop system does not fit')
  })

  test('is composed where there is none, or the one that was imported here', async () => {
    write(null)
    expect(await home()).toEqual(expect.arrayContaining(['hero', 'shortcuts']))
    await importHomeInto(stand.shop, '{"blocks": [{"type": "nearby_store"}]}', stand.shop.clock.now())
    expect(await home()).toEqual(['nearby_store'])
  })
})
