import { DAY, HOUR } from '../../testing/clock'
import { CHEN, LIN, Stand } from '../../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())

test('the same person is the same shopper at each sign-in, and another person is another', async () => {
  const [first, again, other] = [await stand.shopper(LIN), await stand.shopper(LIN), await stand.shopper(CHEN)]
  const id = async (visitor: typeof first) => (await visitor.get<{ id: string }>('/v1/me')).body.id
  expect(await id(again)).toBe(await id(first))
  expect(await id(other)).not.toBe(await id(first))
})

describe('a code of wx.login', () => {
  test('works once', async () => {
    const code = await stand.loginCode()
    expect((await stand.visitor().signIn(code)).status).toBe(201)
    expect((await stand.visitor().signIn(code)).body).toMatchObject({ code: 'sign_in_refused', status: 401 })
  })

  test('that nobody gave out is refused', async () => {
    expect((await stand.visitor().signIn('invented')).body).toMatchObject({ code: 'sign_in_refused' })
  })

  test.each([
    [45011, 429, 'rate_limited'],
    [40226, 403, 'account_blocked'],
    [-1, 503, 'wechat_unavailable'],
    [40125, 503, 'wechat_unavailable'],
  ])('that WeChat answers with %i is a %i %s', async (errcode, status, code) => {
    stand.sandbox.control.fail({ endpoint: 'login.code2session', errcode })
    const answer = await stand.visitor().signIn(await stand.loginCode())
    expect(answer).toMatchObject({ status, body: { code } })
  })

  test('of the wrong shape is refused with the field named', async () => {
    const answer = await stand.visitor().post('/v1/sessions', { code: '' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed', fields: [{ path: 'body.code' }] } })
  })
})

describe('a session', () => {
  test('that is used goes on living, and one that is not ends', async () => {
    const shopper = await stand.shopper()
    stand.clock.pass(20 * DAY)
    expect((await shopper.get('/v1/me')).status).toBe(200)
    stand.clock.pass(20 * DAY)
    expect((await shopper.get('/v1/me')).status).toBe(200)
    stand.clock.pass(30 * DAY)
    expect(await shopper.get('/v1/me')).toMatchObject({ status: 401, body: { code: 'session_expired' } })
    await stand.gateway.runJobsOnce()
    expect(await stand.count('gateway.sessions')).toBe(0)
  })

  test('that was ended ends at once, and only that one', async () => {
    const [phone, tablet] = [await stand.shopper(), await stand.shopper()]
    expect((await phone.call('DELETE', '/v1/sessions/current')).status).toBe(204)
    expect(await phone.get('/v1/cart')).toMatchObject({ status: 401, body: { code: 'session_expired' } })
    expect((await tablet.get('/v1/cart')).status).toBe(200)
  })

  test('of a shopper who was blocked does nothing any more', async () => {
    const shopper = await stand.shopper(CHEN)
    await stand.database.execute('update gateway.shoppers set blocked_at = now() where id = $1', [
      (await shopper.get<{ id: string }>('/v1/me')).body.id,
    ])
    expect(await shopper.get('/v1/cart')).toMatchObject({ status: 403, body: { code: 'account_blocked' } })
    expect(await stand.visitor().signIn(await stand.loginCode(CHEN))).toMatchObject({ status: 403 })
    await stand.database.execute('update gateway.shoppers set blocked_at = null')
  })

  test.each([undefined, 'Basic eDp5', 'Bearer', 'Bearer short', `Bearer ${'x'.repeat(500)}`])(
    '%p is no session',
    async (authorization) => {
      const headers: Record<string, string> = authorization ? { authorization } : {}
      expect(await stand.visitor().get('/v1/cart', headers)).toMatchObject({
        status: 401,
        body: { code: 'session_required' },
      })
    },
  )

  test('with an invented token is none', async () => {
    const headers = { authorization: `Bearer ${'a'.repeat(43)}` }
    expect(await stand.visitor().get('/v1/cart', headers)).toMatchObject({
      status: 401,
      body: { code: 'session_expired' },
    })
  })

  test('is needed before a body is even read', async () => {
    const answer = await stand.visitor().post('/v1/cart/lines', '{"skuId":', { 'content-type': 'application/json' })
    expect(answer).toMatchObject({ status: 401 })
  })
})

test('neither the token nor the session key is in the database', async () => {
  const visitor = stand.visitor()
  const { body } = await visitor.signIn(await stand.loginCode())
  stand.clock.pass(HOUR)
  const { rows } = await stand.database.execute(
    'select s::text as s from gateway.sessions s union all select p::text from gateway.shoppers p',
  )
  const everything = rows.map(({ s }) => s).join('\n')
  expect(everything).not.toContain(body.token)
  expect(everything).not.toMatch(/session_?key/i)
})
