import { APPID, SECRET, send } from '../test-side/merchant'
import { OPENID, SHOPPER, Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

async function loginCode(): Promise<string> {
  return (await shop.post('/device/login', { appid: APPID, person: SHOPPER })).json.code
}

function code2session(query: Record<string, string>) {
  const all = { appid: APPID, secret: SECRET, grant_type: 'authorization_code', ...query }
  return shop.get(`/sns/jscode2session?${new URLSearchParams(all)}`)
}

describe('a shopper logs in', () => {
  it('a login code becomes the openid of this Mini Program, labelled text/plain and without an errcode', async () => {
    const answer = await code2session({ js_code: await loginCode() })
    expect(answer.json).toEqual({ openid: OPENID, session_key: expect.any(String) })
    expect(Buffer.from(answer.json.session_key, 'base64')).toHaveLength(16)
    expect(answer.headers['content-type']).toContain('text/plain')
  })

  it('a code works once', async () => {
    const js_code = await loginCode()
    await code2session({ js_code })
    const again = await code2session({ js_code })
    expect(again.status).toBe(200)
    expect(again.json.errcode).toBe(40163)
    expect(again.json.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  it('a code is worthless after five minutes', async () => {
    const js_code = await loginCode()
    await shop.control.advance(5 * 60_000)
    expect((await code2session({ js_code })).json.errcode).toBe(40029)
  })

  it.each([
    [40029, 'an unknown code', { js_code: 'made-up' }],
    [40013, 'another appid', { js_code: 'x', appid: 'wx0' }],
    [40125, 'a wrong secret', { js_code: 'x', secret: 'wrong' }],
    [41008, 'no code', { js_code: '' }],
    [41004, 'no secret', { js_code: 'x', secret: '' }],
    [41002, 'no appid', { js_code: 'x', appid: '' }],
    [40002, 'another grant type', { js_code: 'x', grant_type: 'password' }],
  ])('answers %i to %s', async (errcode, _what, query) => {
    const answer = await code2session(query)
    expect(answer.status).toBe(200)
    expect(answer.json.errcode).toBe(errcode)
  })

  it('a wrong secret does not use the code up', async () => {
    const js_code = await loginCode()
    await code2session({ js_code, secret: 'wrong' })
    expect((await code2session({ js_code })).json.openid).toBe(OPENID)
  })

  it.each([45011, 40226, -1])('answers %i when told to', async (errcode) => {
    shop.control.fail({ endpoint: 'login.code2session', errcode })
    const js_code = await loginCode()
    expect((await code2session({ js_code })).json.errcode).toBe(errcode)
    expect((await code2session({ js_code })).json.openid).toBe(OPENID)
  })

  it('nobody logs in to a Mini Program WeChat does not know', async () => {
    expect((await shop.post('/device/login', { appid: 'wx0', person: SHOPPER })).status).toBe(400)
    expect((await shop.post('/device/login', { appid: APPID, person: 'nobody' })).status).toBe(404)
  })
})

describe('a shopper gives a phone number', () => {
  const number = async (code: string) => {
    const token = (await stableToken()).json.access_token
    return shop.post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code })
  }
  const stableToken = () =>
    shop.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: APPID, secret: SECRET })

  it('its code is of another pool than the login code, and works once', async () => {
    expect((await number(await loginCode())).json.errcode).toBe(40029)
    const { code } = (await shop.post('/device/phone-number', { appid: APPID, person: SHOPPER })).json
    expect((await number(code)).json.phone_info.purePhoneNumber).toBe('14000000101')
    expect((await number(code)).json.errcode).toBe(40163)
  })
})

describe('a text is checked before it is shown', () => {
  const check = async (changes: object) => {
    const grant = { grant_type: 'client_credential', appid: APPID, secret: SECRET }
    const token = (await shop.post('/cgi-bin/stable_token', grant)).json.access_token
    const text = { version: 2, openid: OPENID, scene: 2, content: '光很柔', ...changes }
    return (await shop.post(`/wxa/msg_sec_check?access_token=${token}`, text)).json
  }

  it.each([
    ['pass', '光很柔'],
    ['risky', '好，特3456书yuuo莞6543李zxcz蒜7782法fgnv级'],
    ['review', '完2347全dfji试3726测asad感3847知qwez到'],
  ])('%s: %s', async (suggest, content) => {
    expect(await check({ content })).toMatchObject({ errcode: 0, result: { suggest } })
  })

  it.each([
    [47001, { version: 1 }],
    [47001, { content: '长'.repeat(2_501) }],
    [44002, { content: '' }],
    [40129, { scene: 5 }],
    [40003, { openid: 'somebody' }],
  ])('answers %i to %j', async (errcode, changes) => {
    expect(await check(changes)).toMatchObject({ errcode })
  })
})

describe('paths this sandbox does not model', () => {
  it('say so instead of failing silently', async () => {
    expect((await shop.get('/sns/userinfo')).json).toMatchObject({
      errcode: 40066,
      errmsg: expect.stringContaining('/sns/userinfo'),
    })
    const nowhere = await send(shop.sandbox.url, 'GET', '/nowhere', {})
    expect(nowhere.status).toBe(404)
    expect(nowhere.json.message).toContain('GET /nowhere')
  })
})
