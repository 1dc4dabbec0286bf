import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BackendUnavailable } from '@xiaopu/commerce'
import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import { ADDRESS } from '../testing/goods'
import { Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())

const JSON_TYPE = { 'content-type': 'application/json' }
const problemOf = ({ headers, body }: { headers: Record<string, unknown>; body: unknown }) => {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  return body
}

describe('a call that makes no sense', () => {
  test.each(['{"skuId":', 'skuId=LAMP', '{"__proto__":{"admin":true}}', '\u0000'])(
    'with the body %j is refused as no JSON',
    async (body) => {
      const shopper = await stand.shopper()
      const answer = await shopper.post('/v1/cart/lines', body, JSON_TYPE)
      expect(problemOf(answer)).toMatchObject({ status: 400, code: 'malformed_body' })
    },
  )

  test('with ten megabytes is refused, and what follows is served', async () => {
    const shopper = await stand.shopper()
    const answer = await shopper.post('/v1/cart/lines', `{"skuId":"${'x'.repeat(10 * 1024 * 1024)}"}`, JSON_TYPE)
    expect(problemOf(answer)).toMatchObject({ status: 413, code: 'payload_too_large' })
    expect((await shopper.get('/v1/cart')).status).toBe(200)
  })

  test('in another language than JSON is refused', async () => {
    const shopper = await stand.shopper()
    const answer = await shopper.post('/v1/cart/lines', '<skuId/>', { 'content-type': 'text/xml' })
    expect(problemOf(answer)).toMatchObject({ status: 415, code: 'unsupported_media_type' })
  })

  test('without the body it needs names what is missing', async () => {
    const shopper = await stand.shopper()
    expect(problemOf(await shopper.post('/v1/cart/lines', '', JSON_TYPE))).toMatchObject({ code: 'validation_failed' })
    const empty = await shopper.post<{ fields: { path: string }[] }>('/v1/cart/lines', {})
    expect(empty.body.fields.map(({ path }) => path)).toEqual(['body.skuId', 'body.quantity'])
  })

  test.each(['/v1/nothing', '/nothing', '/v1/orders/%ZZ', '/v1/orders/..%2f..', '/media/../../etc/passwd'])(
    'to %s finds nothing',
    async (url) => {
      const answer = await (await stand.shopper()).get(url)
      expect([400, 404]).toContain(answer.status)
      expect(problemOf(answer)).toMatchObject({ code: answer.status === 404 ? 'not_found' : 'validation_failed' })
    },
  )

  test('by another method says which ones there are', async () => {
    const answer = await stand.visitor().call('DELETE', '/v1/orders')
    expect(problemOf(answer)).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(answer.headers.allow).toBe('POST, GET')
  })
})

test('a call without a body may still say that it is JSON, as wx.request always does', async () => {
  const shopper = await stand.shopper()
  const order = await shopper.order('LAMP')
  expect((await shopper.post(`/v1/orders/${order.id}/payment`, '', JSON_TYPE)).status).toBe(200)
  expect((await shopper.call('DELETE', '/v1/sessions/current', '', JSON_TYPE)).status).toBe(204)
})

describe('each answer', () => {
  test('bears an id: the balancer’s, or one of our own', async () => {
    const visitor = stand.visitor()
    expect((await visitor.get('/v1/home', { 'x-request-id': 'balancer-0001' })).headers['x-request-id']).toBe(
      'balancer-0001',
    )
    const odd = await visitor.get<{ requestId: string }>('/v1/nothing', { 'x-request-id': 'a\tb{"level":60}' })
    expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(odd.body.requestId).toBe(odd.headers['x-request-id'])
  })

  test('tells browsers to be careful', async () => {
    const { headers } = await stand.visitor().get('/v1/home')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' })
  })
})

describe('a fault of ours', () => {
  const broken = (error: Error) => {
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    const categories = () => Promise.reject(error)
    return { backend: { ...backend, catalog: { ...backend.catalog, categories } } }
  }
  beforeEach(() => stand.gateway.close())
  afterEach(async () => {
    await stand.gateway.close()
    await stand.start()
  })

  test('is told without a word of what happened, and logged with the id', async () => {
    await stand.start(broken(new Error('password=hunter2')))
    const { body } = await stand.visitor().get<{ requestId: string }>('/v1/categories')
    expect(body).toEqual({
      type: 'urn:xiaopu:problem:internal',
      title: 'Something went wrong here',
      status: 500,
      code: 'internal',
      requestId: body.requestId,
    })
    expect(stand.log.some((line) => line.includes('hunter2') && line.includes(body.requestId))).toBe(true)
  })

  test('in the shop system is told as that', async () => {
    await stand.start(broken(new BackendUnavailable('no route to host')))
    expect((await stand.visitor().get('/v1/categories')).body).toMatchObject({
      status: 503,
      code: 'commerce_unavailable',
    })
  })

  test('in the gateway’s own database is told as one that a pause will help', async () => {
    await stand.start()
    const shopper = await stand.shopper()
    const { db } = stand.database
    const away = Object.assign(new Error('Failed query'), {
      query: 'select',
      cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
    })
    const select = jest.spyOn(db, 'select').mockImplementation(() => {
      throw away
    })
    const answer = await shopper.get('/v1/cart')
    select.mockRestore()
    expect(answer.body).toMatchObject({ status: 503, code: 'commerce_unavailable' })
  })

  test('that gives an answer outside the contract is caught before it is sent', async () => {
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    const categories = async () => [{ id: 'a', name: 'a', picture: null, productCount: -1, children: [] }]
    await stand.start({ backend: { ...backend, catalog: { ...backend.catalog, categories } } })
    expect((await stand.visitor().get('/v1/categories')).body).toMatchObject({ status: 500, code: 'internal' })
  })
})

test('the log of a search for stores does not say where the shopper is', async () => {
  stand.log.length = 0
  await stand.visitor().get('/v1/stores?latitude=31.2304&longitude=121.4737')
  expect(stand.log.join('')).toContain('"path":"/v1/stores"')
  expect(stand.log.join('')).not.toContain('31.2304')
})

test('the log of a purchase holds no token, code, openid, name, phone or address', async () => {
  stand.log.length = 0
  const visitor = stand.visitor()
  const code = await stand.loginCode()
  await visitor.signIn(code)
  const order = await visitor.order('LAMP')
  const { body } = await visitor.startPayment(order)
  await stand.payOnPhone(body.params)
  // A failing statement quotes its row.
  await stand.database.execute('alter table gateway.quotes add constraint broken check (false) not valid')
  expect(
    (
      await visitor.post('/v1/checkout/quote', {
        source: { kind: 'direct', skuId: 'LAMP', quantity: 1 },
        address: ADDRESS,
      })
    ).status,
  ).toBe(500)
  await stand.database.execute('alter table gateway.quotes drop constraint broken')
  const log = stand.log.join('')
  expect(log).toContain('a database statement failed')
  const { rows } = await stand.database.execute('select openid from gateway.shoppers')
  for (const secret of [visitor.token!, code, rows[0].openid, ADDRESS.name, ADDRESS.phone, ADDRESS.detail]) {
    expect(log).not.toContain(secret)
  }
})

describe('too many calls', () => {
  test('of one shopper are refused, and another is served', async () => {
    const busy = await Stand.open({ rateLimits: { all: 5, signIn: 100, placeOrder: 2, uploadPicture: 1_000 } })
    try {
      const [shopper, other] = [await busy.shopper(), await busy.shopper()]
      const answers = await Promise.all(Array.from({ length: 6 }, () => shopper.get('/v1/me')))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429])
      const refused = answers.find(({ status }) => status === 429)!
      expect(problemOf(refused)).toMatchObject({ code: 'rate_limited' })
      expect(refused.headers['retry-after']).toBeDefined()
      expect((await other.get('/v1/me')).status).toBe(200)
      expect((await busy.visitor().get('/healthz')).status).toBe(200)
    } finally {
      await busy.close()
    }
  })
})

describe('the gateway as a process', () => {
  test('lives, and is ready while its database answers', async () => {
    const visitor = stand.visitor()
    expect((await visitor.get('/healthz')).body).toEqual({ status: 'ok' })
    expect(await visitor.get('/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ok', database: 'ok', commerce: 'ok' },
    })
  })

  test('is not ready when the shop system is away', async () => {
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    const away = { ...backend, ping: () => Promise.reject(new BackendUnavailable('away')) }
    await stand.gateway.close()
    await stand.start({ backend: away })
    expect(await stand.visitor().get('/readyz')).toMatchObject({
      status: 503,
      body: { status: 'not_ready', commerce: 'failed' },
    })
    await stand.gateway.close()
    await stand.start()
  })

  test('finishes the call under way before it stops', async () => {
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    let arrived = () => {}
    let goOn = () => {}
    const isThere = new Promise<void>((resolve) => (arrived = resolve))
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
    const categories: typeof backend.catalog.categories = async (context) => {
      arrived()
      await mayGoOn
      return backend.catalog.categories(context)
    }
    await stand.gateway.close()
    const gateway = await stand.start({ backend: { ...backend, catalog: { ...backend.catalog, categories } } })
    const { port } = gateway.app.addresses()[0] as AddressInfo
    const status = new Promise<number | undefined>((resolve, reject) => {
      httpRequest({ port, path: '/v1/categories' }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode))
      })
        .on('error', reject)
        .end()
    })
    await isThere
    const closed = gateway.close()
    goOn()
    await closed
    expect(await status).toBe(200)
    await stand.start()
  })
})

test('the contract is printed as OpenAPI, every call with its failures', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: a document of many shapes
  const { body } = await stand.visitor().get<any>('/openapi.json')
  const place = body.paths['/v1/orders'].post
  expect(place.operationId).toBe('placeOrder')
  expect(place.security).toEqual([{ session: [] }])
  expect(place.responses['409'].description).toContain('quote_changed')
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/v1/products/{productId}/related',
      '/v1/products/{productId}/reviews',
      '/v1/orders/{orderId}/receipt',
      '/v1/orders/{orderId}/reviews',
    ]),
  )
  expect(body.paths['/v1/orders/{orderId}/reviews'].post.responses['409'].description).toContain('already_reviewed')
  expect(body.paths['/v1/products'].get.responses['501'].description).toContain('not_supported')
  expect(Object.keys(body.paths)).not.toContain('/v1/notify/wechat-pay')
  expect((await stand.visitor().get('/docs')).status).toBeLessThan(400)
})
