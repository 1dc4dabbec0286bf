import { createWechatServer, memoryTokenStore, type WechatServerOptions } from '../index'
import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'

const TOKEN = '/cgi-bin/stable_token'
const SEND = '/cgi-bin/message/subscribe/send'
const STALE = { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest rid: 1-2' }
const OK = { errcode: 0, errmsg: 'ok' }

let wechat: ApiStandIn
let now: number

beforeEach(async () => {
  now = Date.parse('2026-06-01T00:00:00Z')
  wechat = await startApiStandIn()
})
afterEach(() => wechat.close())

const gateway = (options?: Partial<WechatServerOptions>) =>
  createWechatServer({ appid: 'wx1', secret: 's', apiUrl: wechat.url, clock: () => now, retryDelayMs: 1, ...options })

const token = (access_token: string, expires_in = 7200) => ({ access_token, expires_in })
const tokensUsed = () => wechat.to(SEND).map(({ url }) => new URL(url, wechat.url).searchParams.get('access_token'))
const forced = () => wechat.to(TOKEN).map(({ body }) => (JSON.parse(body) as { force_refresh: boolean }).force_refresh)

describe('the access token', () => {
  test('is fetched once for ten calls made at the same moment', async () => {
    wechat.on(TOKEN, token('A'))
    wechat.on(SEND, OK)
    const server = gateway()
    await Promise.all(Array.from({ length: 10 }, () => server.call(SEND, { touser: 'o' })))
    expect(wechat.to(TOKEN)).toHaveLength(1)
    expect(tokensUsed()).toEqual(Array(10).fill('A'))
  })

  test('is renewed five minutes before it expires, not sooner', async () => {
    wechat.on(TOKEN, token('A'), token('B'))
    wechat.on(SEND, OK)
    const server = gateway()
    await server.call(SEND, {})
    now += 6899_000
    await server.call(SEND, {})
    now += 1_000
    await server.call(SEND, {})
    expect(tokensUsed()).toEqual(['A', 'A', 'B'])
  })

  test('handed out near its end is not renewed by every call', async () => {
    wechat.on(TOKEN, token('A', 100))
    wechat.on(SEND, OK)
    const server = gateway()
    await server.call(SEND, {})
    now += 80_000
    await server.call(SEND, {})
    expect(wechat.to(TOKEN)).toHaveLength(1)
  })

  test('is shared by two gateways with one store', async () => {
    wechat.on(TOKEN, token('A'), token('B'))
    wechat.on(SEND, OK)
    const tokenStore = memoryTokenStore()
    await gateway({ tokenStore }).call(SEND, {})
    await gateway({ tokenStore }).call(SEND, {})
    expect(tokensUsed()).toEqual(['A', 'A'])
    expect(wechat.to(TOKEN)).toHaveLength(1)
  })

  test('a failed fetch fails the calls waiting for it, and the next call tries again', async () => {
    wechat.on(TOKEN, { errcode: 40125, errmsg: 'invalid appsecret rid: 9' }, token('A'))
    wechat.on(SEND, OK)
    const server = gateway()
    const outcomes = await Promise.allSettled([server.call(SEND, {}), server.call(SEND, {})])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { kind: 'credential', errcode: 40125 } })
    await expect(server.call(SEND, {})).resolves.toMatchObject({ errcode: 0 })
  })

  test('an answer without a token is an error, not a token called undefined', async () => {
    wechat.on(TOKEN, { expires_in: 7200 })
    await expect(gateway().call(SEND, {})).rejects.toMatchObject({ kind: 'system', path: TOKEN })
  })

  test('is asked for again when WeChat is busy (-1)', async () => {
    wechat.on(TOKEN, { errcode: -1, errmsg: 'system error' }, token('A'))
    wechat.on(SEND, OK)
    await gateway().call(SEND, {})
    expect(forced()).toEqual([false, false])
  })
})

describe('a token that WeChat refuses', () => {
  test.each([40001, 42001])('with %d is refreshed by force once, and the call made once more', async (errcode) => {
    wechat.on(TOKEN, token('A'), token('A'), token('B'))
    wechat.on(SEND, { ...STALE, errcode }, OK)
    await expect(gateway().call(SEND, { touser: 'o' })).resolves.toEqual(OK)
    expect(tokensUsed()).toEqual(['A', 'B'])
    expect(forced()).toEqual([false, false, true])
  })

  test('twice is an error, not a loop', async () => {
    wechat.on(TOKEN, token('A'), token('A'), token('B'))
    wechat.on(SEND, STALE)
    await expect(gateway().call(SEND, {})).rejects.toMatchObject({ kind: 'credential', errcode: 40001, rid: '1-2' })
    expect(wechat.to(SEND)).toHaveLength(2)
    expect(wechat.to(TOKEN)).toHaveLength(3)
  })

  test('is not forced again within 30 s, which WeChat forbids', async () => {
    wechat.on(TOKEN, token('A'), token('A'), token('B'))
    wechat.on(SEND, STALE)
    const server = gateway()
    await expect(server.call(SEND, {})).rejects.toMatchObject({ errcode: 40001 })
    now += 29_000
    await expect(server.call(SEND, {})).rejects.toMatchObject({ errcode: 40001 })
    expect(forced().filter(Boolean)).toHaveLength(1)
    now += 1_000
    await expect(server.call(SEND, {})).rejects.toMatchObject({ errcode: 40001 })
    expect(forced().filter(Boolean)).toHaveLength(2)
  })

  test('because another holder forced a refresh is replaced by the other’s token, without force', async () => {
    wechat.on(TOKEN, token('A'), token('OTHER'))
    wechat.on(SEND, STALE, OK)
    await gateway().call(SEND, {})
    expect(tokensUsed()).toEqual(['A', 'OTHER'])
    expect(forced()).toEqual([false, false])
  })

  test('in ten calls at once is replaced once', async () => {
    wechat.on(TOKEN, token('A'), token('A'), token('B'))
    wechat.on(SEND, ({ url }) => (url.includes('access_token=A') ? STALE : OK))
    const server = gateway()
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.call(SEND, {})))
    expect(answers).toEqual(Array(10).fill(OK))
    expect(forced()).toEqual([false, false, true])
  })

  test('is taken from the store when another gateway has replaced it already', async () => {
    const tokenStore = memoryTokenStore()
    wechat.on(TOKEN, token('A'))
    const server = gateway({
      tokenStore,
      // The other gateway writes its new token while our call is on its way.
      fetch: async (...request) => {
        const answer = await fetch(...request)
        if (String(request[0]).includes(SEND)) {
          await tokenStore.set('wx1', { accessToken: 'OTHER', renewAt: now + 1, expiresAt: now + 2 })
        }
        return answer
      },
    })
    wechat.on(SEND, STALE, OK)
    await server.call(SEND, {})
    expect(tokensUsed()).toEqual(['A', 'OTHER'])
    expect(wechat.to(TOKEN)).toHaveLength(1)
  })
})

describe('a call to any API', () => {
  beforeEach(() => wechat.on(TOKEN, token('A')))

  test('sends JSON and hands back the answer', async () => {
    wechat.on(SEND, { errcode: 0, msgid: 7 })
    const answer = await gateway().call<{ msgid: number }>(SEND, { data: { thing1: { value: '小铺' } } })
    expect(answer.msgid).toBe(7)
    expect(wechat.to(SEND)[0]).toMatchObject({ method: 'POST', body: '{"data":{"thing1":{"value":"小铺"}}}' })
  })

  test('that is not safe to repeat is not repeated: a message is sent once', async () => {
    wechat.on(SEND, { errcode: -1, errmsg: 'system error' }, OK)
    await expect(gateway().call(SEND, {})).rejects.toMatchObject({ kind: 'system', retryable: true })
    expect(wechat.to(SEND)).toHaveLength(1)
  })

  test.each([[{ errcode: -1, errmsg: 'system error' }], ['hang-up']])(
    'that is safe is tried a second time after %j',
    async (reply) => {
      wechat.on('/wxa/business/check', reply, OK)
      await expect(gateway().call('/wxa/business/check', {}, { safe: true })).resolves.toEqual(OK)
      expect(wechat.to('/wxa/business/check')).toHaveLength(2)
    },
  )

  test('that is safe is not tried a third time', async () => {
    wechat.on('/wxa/business/check', { errcode: -1, errmsg: 'system error' })
    await expect(gateway().call('/wxa/business/check', {}, { safe: true })).rejects.toMatchObject({ kind: 'system' })
    expect(wechat.to('/wxa/business/check')).toHaveLength(2)
  })

  test('refused for its content says why', async () => {
    wechat.on(SEND, { errcode: 47003, errmsg: 'argument invalid! data.thing1.value is empty rid: 5f-1' })
    await expect(gateway().call(SEND, {})).rejects.toMatchObject({ kind: 'refused', errcode: 47003, rid: '5f-1' })
  })
})
