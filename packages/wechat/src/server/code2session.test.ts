import { inspect } from 'node:util'
import { createWechatServer, WechatConfigError, type WechatServerOptions } from '../index'
import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'

const PATH = '/sns/jscode2session'
let wechat: ApiStandIn

beforeEach(async () => {
  wechat = await startApiStandIn()
})
afterEach(() => wechat.close())

const shop = (options?: Partial<WechatServerOptions>) =>
  createWechatServer({ appid: 'wx1', secret: 'very-secret', apiUrl: wechat.url, retryDelayMs: 1, ...options })

describe('a shopper who logs in', () => {
  test('is known by openid, and errcode may be absent', async () => {
    wechat.on(PATH, { openid: 'o-1', session_key: 'key', unionid: 'u-1' })
    await expect(shop().code2Session('the code')).resolves.toEqual({ openid: 'o-1', sessionKey: 'key', unionid: 'u-1' })
    const asked = new URL(wechat.url + wechat.received[0]?.url)
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      appid: 'wx1',
      secret: 'very-secret',
      js_code: 'the code',
      grant_type: 'authorization_code',
    })
  })

  test('has no unionid when the Mini Program is bound to no open-platform account', async () => {
    wechat.on(PATH, { openid: 'o-1', session_key: 'key', errcode: 0, errmsg: 'ok' })
    await expect(shop().code2Session('c')).resolves.toEqual({ openid: 'o-1', sessionKey: 'key' })
  })
})

describe('a login WeChat refuses', () => {
  test.each([
    [40029, 'invalid-code', false],
    [40163, 'code-used', false],
    [45011, 'rate-limited', true],
    [40226, 'blocked', false],
    [40125, 'credential', false],
    [-1, 'system', true],
    [99999, 'refused', false],
  ])('errcode %d is %s', async (errcode, kind, retryable) => {
    wechat.on(PATH, { errcode, errmsg: 'no, rid: 65a1-2b3c' })
    await expect(shop().code2Session('c')).rejects.toMatchObject({
      name: 'WechatApiError',
      kind,
      errcode,
      rid: '65a1-2b3c',
      retryable,
    })
    expect(wechat.received).toHaveLength(1)
  })

  test('an empty code is refused without asking WeChat', async () => {
    await expect(shop().code2Session('')).rejects.toMatchObject({ kind: 'invalid-code' })
    expect(wechat.received).toHaveLength(0)
  })
})

describe('a WeChat that is unwell', () => {
  test.each([
    ['a page of HTML', '<html>504</html>', 'system'],
    ['JSON that is no object', '[]', 'system'],
    ['an HTTP 502', { httpStatus: 502 }, 'system'],
    ['an answer without openid', { session_key: 'k' }, 'system'],
    ['an answer of 2 MB', { openid: 'o-1', session_key: 'x'.repeat(2 * 1024 * 1024) }, 'system'],
    ['a cut connection', 'hang-up', 'network'],
    ['silence', 'silent', 'timeout'],
  ])('%s is one kind of error', async (_what, reply, kind) => {
    wechat.on(PATH, reply)
    // Silence is waited for; the others only come late on a busy machine.
    const timeoutMs = kind === 'timeout' ? 200 : 10_000
    await expect(shop({ timeoutMs }).code2Session('c')).rejects.toMatchObject({ name: 'WechatApiError', kind })
  })

  test('no error shows the secret', async () => {
    wechat.on(PATH, 'hang-up')
    const error = await shop()
      .code2Session('c')
      .catch((thrown: Error) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('very-secret')
  })
})

describe('settings that cannot work', () => {
  test.each([
    ['appid', { appid: '' }],
    ['secret', { secret: ' ' }],
    ['apiUrl', { apiUrl: 'api.weixin.qq.com' }],
    ['apiUrl', { apiUrl: 'https://api.weixin.qq.com/?x=1' }],
  ])('%s is named when the client is made', (setting, wrong) => {
    expect(() => shop(wrong)).toThrow(WechatConfigError)
    expect(() => shop(wrong)).toThrow(`${setting}: `)
  })
})
