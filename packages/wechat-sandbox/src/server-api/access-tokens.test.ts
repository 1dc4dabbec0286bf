import { APPID, SECRET, send } from '../test-side/merchant'
import { Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const MINUTE = 60_000

function ask(changes: Record<string, unknown> = {}) {
  return shop.post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: APPID,
    secret: SECRET,
    ...changes,
  })
}

async function token(changes?: Record<string, unknown>): Promise<string> {
  return (await ask(changes)).json.access_token
}

/** 40066 means the token was good and only the path is not modelled. */
async function errcodeWith(accessToken: string): Promise<number> {
  return (await shop.post(`/cgi-bin/message/anything?access_token=${accessToken}`, {})).json.errcode
}
const GOOD = 40066

describe('the stable access token', () => {
  it('is the same for everyone who asks', async () => {
    const first = await ask()
    expect(first.json.expires_in).toBe(7200)
    await shop.control.advance(60 * MINUTE)
    expect((await ask()).json).toEqual({ access_token: first.json.access_token, expires_in: 3600 })
  })

  it('is replaced five minutes before its end, and both are good until then', async () => {
    const old = await token()
    await shop.control.advance(115 * MINUTE)
    const next = await token()
    expect(next).not.toBe(old)
    expect(await errcodeWith(old)).toBe(GOOD)
    expect(await errcodeWith(next)).toBe(GOOD)
    await shop.control.advance(5 * MINUTE)
    expect(await errcodeWith(old)).toBe(42001)
    expect(await errcodeWith(next)).toBe(GOOD)
  })

  it('a forced refresh ends the old one at once', async () => {
    const old = await token()
    const next = await token({ force_refresh: true })
    expect(await errcodeWith(next)).toBe(GOOD)
    const refused = await shop.post(`/wxa/anything?access_token=${old}`, {})
    expect(refused.json.errcode).toBe(40001)
    expect(refused.json.errmsg).toMatch(/could get access_token by getStableAccessToken.* rid: /)
  })

  it('forced refreshes are 30 s apart and 20 a day', async () => {
    await token({ force_refresh: true })
    expect((await ask({ force_refresh: true })).json.errcode).toBe(45011)
    for (let refresh = 2; refresh <= 20; refresh++) {
      await shop.control.advance(30_000)
      expect((await ask({ force_refresh: true })).json.access_token).toBeDefined()
    }
    await shop.control.advance(30_000)
    expect((await ask({ force_refresh: true })).json.errcode).toBe(45009)
    await shop.control.advance(24 * 60 * MINUTE)
    expect((await ask({ force_refresh: true })).json.access_token).toBeDefined()
  })

  it('revoked ones and made-up ones are 40001, a missing one 41001', async () => {
    const revoked = await token()
    shop.control.revokeAccessTokens()
    expect(await errcodeWith(revoked)).toBe(40001)
    expect(await errcodeWith('made-up')).toBe(40001)
    expect((await shop.get('/wxa/anything')).json.errcode).toBe(41001)
  })

  it.each([
    [40013, { appid: 'wx0' }],
    [40125, { secret: 'wrong' }],
    [41002, { appid: undefined }],
    [41004, { secret: undefined }],
    [40002, { grant_type: 'authorization_code' }],
  ])('answers %i to %j', async (errcode, changes) => {
    expect((await ask(changes)).json.errcode).toBe(errcode)
  })

  it('wants a POST with a JSON body', async () => {
    expect((await shop.get('/cgi-bin/stable_token')).json.errcode).toBe(43002)
    expect((await shop.post('/cgi-bin/stable_token')).json.errcode).toBe(44002)
    const notJson = await send(shop.sandbox.url, 'POST', '/cgi-bin/stable_token', {}, 'grant_type=client_credential')
    expect(notJson.json.errcode).toBe(47001)
  })
})
