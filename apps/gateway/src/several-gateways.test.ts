import { createGateway, type Gateway } from './gateway'
import { MINUTE } from './testing/clock'
import { newServerDatabase, serverUrl } from './testing/server-database'
import { CHEN, Stand } from './testing/stand'
import { Visitor } from './testing/visitor'

// An embedded database belongs to one process; only a server has several gateways.
const onServer = serverUrl ? describe : describe.skip

onServer('two gateways on one PostgreSQL server', () => {
  let stand: Stand
  let server: Awaited<ReturnType<typeof newServerDatabase>>
  let second: Gateway
  beforeAll(async () => {
    server = await newServerDatabase()
    stand = await Stand.open({}, await server.open())
    const parts = {
      database: await server.open(),
      clock: stand.clock.now,
      jobs: 'by-hand' as const,
      logStream: { write: () => {} },
    }
    second = await createGateway(stand.config, parts)
  })
  afterAll(async () => {
    await second.close()
    await second.database.close()
    await stand.close()
    await server.drop()
  })
  beforeEach(() => stand.firstMorning())

  /** The same person, whose calls the balancer sends to the second gateway. */
  const atSecond = (shopper: Visitor) => {
    const visitor = new Visitor(() => second.app)
    visitor.token = shopper.token
    return visitor
  }

  test('know each other’s sessions, carts and quotes', async () => {
    const shopper = await stand.shopper()
    await shopper.put('LAMP')
    const quote = await atSecond(shopper).quote()
    expect((await shopper.place(quote.id, 'across-gateways')).status).toBe(201)
    expect((await atSecond(shopper).cart()).lines).toEqual([])
  })

  test('make one order of taps that reach both at once', async () => {
    const shopper = await stand.shopper()
    await shopper.put('LAMP')
    const { id } = await shopper.quote()
    const taps = [shopper, atSecond(shopper), shopper, atSecond(shopper)].map((visitor) =>
      visitor.place(id, 'many-taps'),
    )
    const orders = (await Promise.all(taps)).map(({ body }) => body.id)
    expect(orders).toEqual(Array(4).fill(orders[0]))
    expect(await stand.count('commerce.orders')).toBe(1)
  })

  test('sell the last piece once', async () => {
    const shopper = await stand.shopper()
    const source = { kind: 'direct', skuId: 'VASE', quantity: 1 }
    const { id } = await shopper.quote(source)
    const answers = await Promise.all([
      shopper.place(id, 'one-of-them', source),
      atSecond(shopper).place(id, 'other-of-them', source),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await stand.stock('VASE')).toEqual({ onHand: 1, reserved: 1 })
  })

  test('give the last use of a coupon once', async () => {
    await stand.merchant.putCoupon({
      code: 'LAST',
      name: { 'zh-CN': '最后一张', en: 'The last one' },
      benefit: { kind: 'fixed', amount: 1_000 },
      threshold: 0,
      scope: null,
      firstOrderOnly: false,
      stackable: false,
      startsAt: null,
      endsAt: null,
      usageLimit: 1,
      perCustomer: 1,
    })
    const source = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
    const people = [await stand.shopper(), atSecond(await stand.shopper(CHEN))]
    const quotes = await Promise.all(people.map((person) => person.quote(source, 'LAST')))
    expect(quotes.map(({ coupon }) => coupon?.discount)).toEqual([1_000, 1_000])
    const answers = await Promise.all(
      people.map((person, index) => person.place(quotes[index]!.id, `the-last-one-${index}`, source)),
    )
    expect(answers.map(({ body }) => body.code ?? body.coupon?.code).sort()).toEqual(['LAST', 'quote_changed'])
    expect(await stand.count('commerce.coupon_redemptions')).toBe(1)
  })

  test('take one review of taps that reach both at once', async () => {
    const shopper = await stand.shopper()
    const order = await stand.sent(shopper, 'LAMP')
    const review = { productId: 'lamp', stars: 5, text: '好', nickname: null }
    const taps = [shopper, atSecond(shopper), shopper, atSecond(shopper)].map((visitor) =>
      visitor.post(`/v1/orders/${order.id}/reviews`, review),
    )
    expect((await Promise.all(taps)).map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  test('send late money back once, though both look for it', async () => {
    const shopper = await stand.shopper()
    const order = await shopper.order('LAMP')
    await shopper.startPayment(order)
    await stand.database.execute(
      `update commerce.orders set status = 'cancelled', cancelled_because = 'expired' where id = $1`,
      [order.id],
    )
    stand.sandbox.control.approve(order.number)
    await stand.sandbox.control.whenIdle()
    await Promise.all([stand.gateway.runJobsOnce(), second.runJobsOnce()])
    stand.clock.pass(2 * MINUTE)
    await Promise.all([stand.gateway.runJobsOnce(), second.runJobsOnce()])
    expect(stand.sandbox.control.refunds()).toHaveLength(1)
  })
})
