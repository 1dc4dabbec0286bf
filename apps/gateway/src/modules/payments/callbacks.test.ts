import type { Order } from '@xiaopu/contract'
import { HOUR, MINUTE } from '../../testing/clock'
import { Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
let order: Order
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
  order = await shopper.order('LAMP')
  await shopper.startPayment(order)
})

const pay = async () => {
  stand.sandbox.control.approve(order.number)
  await stand.sandbox.control.whenIdle()
}
/** What the shop believes without asking WeChat. */
const believed = async () => (await shopper.seen(order)).paymentStatus
const attempts = () => stand.sandbox.control.callbacks().flatMap((callback) => callback.attempts)

test('a genuine callback pays the order, is written once and answered 204', async () => {
  await pay()
  expect(await believed()).toBe('paid')
  expect(attempts()).toMatchObject([{ status: 204 }])
  expect(await stand.count('gateway.payment_events where applied_at is not null')).toBe(1)
})

test.each([
  ['forge-signature', 401, 'signature'],
  ['tamper-ciphertext', 401, 'decrypt'],
  ['stale-timestamp', 401, 'stale'],
  ['signtest', 401, 'probe'],
  ['wrong-amount', 400, 'wrong_amount'],
  ['wrong-mchid', 400, 'wrong_merchant'],
  ['wrong-appid', 400, 'wrong_app'],
] as const)(
  'a callback with %s is refused, logged, and the order stays as it was',
  async (misbehaviour, status, reason) => {
    stand.sandbox.control.nextCallbacks([misbehaviour])
    await pay()
    expect(attempts()).toMatchObject([{ sent: misbehaviour, status }])
    expect(JSON.parse(attempts()[0]!.body!)).toMatchObject({ code: 'FAIL' })
    expect(await believed()).toBe('unpaid')
    expect(await stand.count('gateway.payment_events')).toBe(0)
    expect(await stand.stock('LAMP')).toEqual({ onHand: 10, reserved: 1 })
    expect(
      stand.log.some(
        (line) => line.includes('a payment callback was refused') && line.includes(`"reason":"${reason}"`),
      ),
    ).toBe(true)
    // The genuine one that follows is believed.
    stand.clock.pass(MINUTE)
    await stand.sandbox.control.whenIdle()
    expect(await believed()).toBe('paid')
  },
)

test('a callback that comes five times at once pays once', async () => {
  stand.sandbox.control.nextCallbacks([{ do: 'duplicate', copies: 4, together: true }])
  await pay()
  expect(attempts().map(({ status }) => status)).toEqual([204, 204, 204, 204, 204])
  expect(stand.log.filter((line) => line.includes('a callback came again'))).toHaveLength(4)
  expect(await stand.count('gateway.payment_events')).toBe(1)
  expect(await stand.stock('LAMP')).toEqual({ onHand: 9, reserved: 0 })
})

test('a callback replayed within the window is answered and does nothing; later it is refused', async () => {
  await pay()
  const [callback] = stand.sandbox.control.callbacks()
  expect(await stand.sandbox.control.replay(callback!.id)).toMatchObject({ status: 204 })
  stand.clock.pass(10 * MINUTE)
  expect(await stand.sandbox.control.replay(callback!.id)).toMatchObject({ status: 401 })
  expect(await stand.stock('LAMP')).toEqual({ onHand: 9, reserved: 0 })
  expect(await stand.count('gateway.payment_events')).toBe(1)
})

test.each([
  ['nothing', ''],
  ['no JSON', 'paid=1'],
  ['an order of its own making', JSON.stringify({ out_trade_no: 'x', trade_state: 'SUCCESS' })],
])('a stranger who posts %s is refused', async (_what, body) => {
  const answer = await stand.visitor().post('/v1/notify/wechat-pay', body, { 'content-type': 'application/json' })
  expect(answer).toMatchObject({ status: 401, body: { code: 'FAIL' } })
  expect(await believed()).toBe('unpaid')
})

test('a callback that was lost is found out about when the shopper looks', async () => {
  stand.sandbox.control.nextCallbacks(['lose'])
  await pay()
  expect(await believed()).toBe('unpaid')
  expect(await shopper.payment(order)).toMatchObject({ status: 'paid', orderStatus: 'paid' })
})

test('a callback that was lost is found out about when nobody looks', async () => {
  stand.sandbox.control.nextCallbacks(['lose'])
  await pay()
  await stand.gateway.runJobsOnce()
  expect(await believed()).toBe('unpaid')
  stand.clock.pass(2 * MINUTE)
  await stand.gateway.runJobsOnce()
  expect(await believed()).toBe('paid')
})

test('a callback that could not be acted on is answered, kept, and acted on later', async () => {
  await stand.database.execute('alter table commerce.orders add constraint broken check (paid_at is null) not valid')
  await pay()
  expect(attempts()).toMatchObject([{ status: 204 }])
  expect(await believed()).toBe('unpaid')
  await stand.database.execute('alter table commerce.orders drop constraint broken')
  await stand.gateway.runJobsOnce()
  expect(await believed()).toBe('paid')
})

test('WeChat is asked once a second at most, however often the shopper looks', async () => {
  const asked = jest.fn()
  await stand.gateway.close()
  await stand.start({
    fetch: (url, init) => {
      if (String(url).includes('/out-trade-no/')) asked()
      return fetch(url, init)
    },
  })
  await Promise.all([1, 2, 3, 4, 5].map(() => shopper.payment(order)))
  expect(asked).toHaveBeenCalledTimes(1)
  stand.clock.pass(1_000)
  expect(await shopper.payment(order)).toMatchObject({ status: 'unpaid' })
  expect(asked).toHaveBeenCalledTimes(2)
})

test('while WeChat is away the shopper is told what is known', async () => {
  stand.sandbox.control.fail({ endpoint: 'pay.query', status: 500, code: 'SYSTEM_ERROR', times: 5 })
  expect(await shopper.payment(order)).toMatchObject({ status: 'unpaid', orderStatus: 'pending_payment' })
})

test('an answer of WeChat whose signature does not hold pays nothing', async () => {
  stand.sandbox.control.nextCallbacks(['lose'])
  await pay()
  stand.sandbox.control.fail({ endpoint: 'pay.query', signature: 'forged', times: 5 })
  expect(await shopper.payment(order)).toMatchObject({ status: 'unpaid' })
})

test('a gateway that restarts in mid-payment loses nothing', async () => {
  await stand.gateway.close()
  await pay()
  await stand.start()
  expect(await believed()).toBe('unpaid')
  stand.clock.pass(HOUR / 60)
  await stand.sandbox.control.deliverNow()
  expect(await believed()).toBe('paid')
})

test('a gateway that restarts and never hears again asks', async () => {
  stand.sandbox.control.nextCallbacks(['lose'])
  await stand.gateway.close()
  await pay()
  stand.clock.pass(2 * MINUTE)
  await stand.start()
  await stand.gateway.runJobsOnce()
  expect(await believed()).toBe('paid')
})
