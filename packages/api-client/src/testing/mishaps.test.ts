import { settled } from '../test/manual-clock'
import { failureOf } from '../test/scripted-gateway'
import { openShop, origin, useServer, visitor } from '../test/shopping'
import { backOfficeOf } from './shop'

const server = useServer()
const goods = { skuId: 'mug-sand', quantity: 1 }

test('a call goes wrong as often as it was told to, and then not any more', async () => {
  const { shop, api } = openShop(server)
  shop.fail('addToCart', { code: 'commerce_unavailable', times: 2 })
  for (let time = 0; time < 2; time++)
    expect(await failureOf(api.cart.add(goods))).toMatchObject({ code: 'commerce_unavailable', status: 503 })
  expect((await api.cart.add(goods)).count).toBe(1)
})

test('what was planned can be called off', async () => {
  const { shop, api } = openShop(server)
  shop.fail('addToCart', { times: Number.POSITIVE_INFINITY })
  shop.mend()
  expect((await api.cart.add(goods)).count).toBe(1)
})

test.each([
  [{ network: true as const }, { code: 'network' }],
  [{ html: true as const }, { code: 'bad_answer', status: 502 }],
  [
    { code: 'rate_limited' as const, retryAfter: 9 },
    { code: 'rate_limited', status: 429, retryAfterMs: 9_000 },
  ],
  [{ status: 500 }, { code: 'internal', status: 500 }],
])('%p is seen by a shopper as %p', async (failure, seen) => {
  const { shop, api } = openShop(server)
  shop.fail('addToCart', failure)
  expect(await failureOf(api.cart.add(goods))).toMatchObject(seen)
})

test('a deed may be done although its answer is lost', async () => {
  const { shop, api } = openShop(server)
  shop.fail('addToCart', { network: true, afterwards: true })
  expect(await failureOf(api.cart.add(goods))).toMatchObject({ code: 'network' })
  expect((await api.cart.get()).count).toBe(1)
})

test('a call that is held waits until it is let go', async () => {
  const { shop, api } = openShop(server)
  const release = shop.hold('getHome')
  let come = false
  const home = api.home.get().then(() => (come = true))
  while (shop.requestsTo('getHome').length === 0) await settled()
  expect(come).toBe(false)
  release()
  await home
  expect((await api.home.get()).blocks).toHaveLength(6)
})

test('a delay is kept', async () => {
  const { shop, api } = openShop(server)
  shop.delay('all', 30)
  const begun = performance.now()
  await api.home.get()
  expect(performance.now() - begun).toBeGreaterThan(25)
})

test('sessions that expire are renewed by the next call, behind the shopper’s back', async () => {
  const { shop, api } = openShop(server)
  await api.cart.add(goods)
  shop.expireSessions()
  expect((await api.cart.get()).count).toBe(1)
  expect(shop.requestsTo('signIn')).toHaveLength(2)
})

test('a code of wx.login is good for one time, and who signs out is out', async () => {
  const { api } = openShop(server)
  await api.sessions.signIn('used')
  expect(await failureOf(api.sessions.signIn('used'))).toMatchObject({ code: 'sign_in_refused' })
  await api.me.get()
  await api.sessions.signOut()
  expect((await api.me.get()).id).toBe('shopper-1')
})

describe('bad input is refused as the gateway refuses it', () => {
  const post = (path: string, body: string, type: string, token: string) =>
    fetch(origin + path, { method: 'POST', body, headers: { 'Content-Type': type, Authorization: `Bearer ${token}` } })

  test.each([
    ['malformed JSON', '/v1/cart/lines', '{"skuId":', 'application/json', 400, 'malformed_body'],
    [
      'a price sent along',
      '/v1/cart/lines',
      '{"skuId":"mug-sand","quantity":1,"price":1}',
      'application/json',
      400,
      'validation_failed',
    ],
    ['a form', '/v1/cart/lines', 'skuId=mug-sand', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['a path there is not', '/v1/coupons', '{}', 'application/json', 404, 'not_found'],
  ])('%s', async (_name, path, body, type, status, code) => {
    const { shop } = openShop(server)
    const answer = await post(path, body, type, shop.signIn())
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ code, status, requestId: 'req-1' })
  })

  test('an order without its key', async () => {
    const { shop } = openShop(server)
    const order = { quoteId: 'q', source: { kind: 'cart' }, fapiao: null, remark: '' }
    const address = {
      name: '张三',
      phone: '13800138000',
      province: '广东省',
      city: '',
      district: '',
      detail: '1',
      postalCode: null,
      nationalCode: null,
    }
    const answer = await post('/v1/orders', JSON.stringify({ ...order, address }), 'application/json', shop.signIn())
    expect(await answer.json()).toMatchObject({ code: 'idempotency_key_required' })
  })

  test('a token nobody gave out', async () => {
    openShop(server)
    const answer = await post('/v1/cart/lines', '{}', 'application/json', 'forged')
    expect(await answer.json()).toMatchObject({ code: 'session_expired', status: 401 })
  })
})

test('every request is written down as it came', async () => {
  const { shop, api } = openShop(server)
  await api.cart.add(goods)
  expect(shop.requests.map(({ route, method, path, body }) => [route, method, path, body])).toEqual([
    ['signIn', 'POST', '/v1/sessions', { code: expect.any(String) }],
    ['addToCart', 'POST', '/v1/cart/lines', goods],
  ])
  expect(shop.requests[1]?.headers).toMatchObject({ 'accept-language': 'zh-CN' })
})

test('a fake that breaks the contract says so', async () => {
  const { shop } = openShop(server)
  const complaint = jest.spyOn(console, 'error').mockImplementation(() => {})
  backOfficeOf(shop).answers.getMe = () => ({ id: 'shopper-1' }) as never
  expect(await failureOf(visitor().me.get())).toMatchObject({ code: 'bad_answer', status: 500 })
  expect(shop.faults).toEqual([expect.stringContaining('getMe: the fake’s answer breaks the contract')])
  complaint.mockRestore()
})

test('two shops share nothing', async () => {
  const first = openShop(server)
  await first.api.cart.add(goods)
  const second = openShop(server)
  expect((await second.api.cart.get()).lines).toEqual([])
})
