import { createScripted, failureOf, html, json, noConnection, problem } from './test/scripted-gateway'
import { TransportError } from './wire/transport'

const placeOrder = {
  quoteId: 'q1',
  source: { kind: 'cart' as const },
  address: {
    name: '张三',
    phone: '13800138000',
    province: '广东省',
    city: '深圳市',
    district: '南山区',
    detail: '科技园 1 号',
    postalCode: null,
    nationalCode: null,
  },
  fapiao: null,
  remark: '',
}

describe('what only reads is asked again', () => {
  test.each([
    ['no connection', noConnection],
    ['no answer in time', new TransportError('timeout')],
    ['502', html(502)],
    ['503', problem('commerce_unavailable', 503)],
    ['504', html(504)],
  ])('after %s, twice, and then it is said', async (_name, step) => {
    const { api, requests, clock } = createScripted([step])
    const failure = failureOf(api.home.get())
    await clock.pass(10_000)
    expect(await failure).toMatchObject({ retryable: true })
    expect(requests).toHaveLength(3)
  })

  test('a passing trouble is never seen by the shopper', async () => {
    const { api, clock } = createScripted([noConnection, html(502), json({ blocks: [] })])
    const home = api.home.get()
    await clock.pass(10_000)
    expect(await home).toEqual({ blocks: [] })
  })

  test.each([
    [0, [0, 150, 600]],
    [1, [0, 300, 1_200]],
  ])('the pauses grow, and chance (%d) spreads them', async (chance, moments) => {
    const { api, clock, requestedAt } = createScripted([noConnection], { random: () => chance })
    const begun = clock.now()
    const failure = failureOf(api.home.get())
    await clock.pass(10_000)
    await failure
    expect(requestedAt.map((moment) => moment - begun)).toEqual(moments)
  })

  test('a gateway that names a time is not asked before it', async () => {
    const { api, requests, clock } = createScripted([
      problem('overloaded', 503, { 'retry-after': '3' }),
      json({ blocks: [] }),
    ])
    const home = api.home.get()
    await clock.pass(2_900)
    expect(requests).toHaveLength(1)
    await clock.pass(200)
    expect(requests).toHaveLength(2)
    await home
  })

  test('a gateway that asks for a long rest is left alone, and the error says for how long', async () => {
    const { api, requests, clock } = createScripted([problem('overloaded', 503, { 'retry-after': '60' })])
    const failure = failureOf(api.home.get())
    await clock.pass(120_000)
    expect(await failure).toMatchObject({ code: 'overloaded', retryAfterMs: 60_000 })
    expect(requests).toHaveLength(1)
  })

  test.each([
    ['a refusal', problem('not_found', 404)],
    ['too many requests', problem('rate_limited', 429)],
    ['a crash', problem('internal', 500)],
    ['a page where an answer was due', html(200)],
  ])('%s is final', async (_name, step) => {
    const { api, requests, clock } = createScripted([step])
    const failure = failureOf(api.home.get())
    await clock.pass(10_000)
    await failure
    expect(requests).toHaveLength(1)
  })
})

describe('what changes something is sent once', () => {
  test.each([
    ['adding to the cart', (api: Api) => api.cart.add({ skuId: 'mug-white', quantity: 1 })],
    ['another quantity', (api: Api) => api.cart.changeQuantity('l1', 2)],
    ['signing in, whose code is single use', (api: Api) => api.sessions.signIn('code')],
    ['starting a payment', (api: Api) => api.payments.start('o1')],
    ['cancelling', (api: Api) => api.orders.cancel('o1')],
  ])('%s', async (_name, act) => {
    for (const step of [noConnection, html(502), problem('overloaded', 503)]) {
      const { api, requests, clock } = createScripted([step])
      const failure = failureOf(act(api))
      await clock.pass(10_000)
      await failure
      expect(requests).toHaveLength(1)
    }
  })
})

describe('placing an order', () => {
  test.each([
    ['lost', noConnection],
    ['too late', new TransportError('timeout')],
  ])('whose answer was %s is sent once more, with the same key and the same body', async (_name, step) => {
    const { api, requests, clock } = createScripted([step, json({ id: 'o1' }, 201)])
    const order = api.orders.place(placeOrder, { idempotencyKey: 'key-1' })
    await clock.pass(10_000)
    expect(await order).toEqual({ id: 'o1' })
    expect(requests.map(({ headers, body }) => [headers['Idempotency-Key'], body])).toEqual([
      ['key-1', JSON.stringify(placeOrder)],
      ['key-1', JSON.stringify(placeOrder)],
    ])
  })

  test('is not tried a third time', async () => {
    const { api, requests, clock } = createScripted([noConnection])
    const failure = failureOf(api.orders.place(placeOrder, { idempotencyKey: 'key-1' }))
    await clock.pass(10_000)
    expect(await failure).toMatchObject({ code: 'network' })
    expect(requests).toHaveLength(2)
  })

  test.each([
    ['the gateway refused', problem('quote_changed', 409)],
    ['the first one is still being worked on', problem('request_in_progress', 409)],
    ['the back end is down', problem('commerce_unavailable', 503)],
    ['a proxy answered', html(504)],
  ])('is not sent again when %s', async (_name, step) => {
    const { api, requests, clock } = createScripted([step])
    const failure = failureOf(api.orders.place(placeOrder, { idempotencyKey: 'key-1' }))
    await clock.pass(10_000)
    await failure
    expect(requests).toHaveLength(1)
  })
})

type Api = ReturnType<typeof createScripted>['api']
