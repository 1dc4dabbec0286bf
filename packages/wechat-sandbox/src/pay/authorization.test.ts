import { type AuthorizationParts, authorizationHeader, MCHID, rsaSign } from '../test-side/merchant'
import { orderBody, Shop } from '../test-side/shop'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const PATH = '/v3/pay/transactions/jsapi'
const order = (options: Parameters<Shop['pay']>[3]) => shop.pay('POST', PATH, orderBody(), options)

describe('a request WeChat Pay accepts', () => {
  it('may name the five parts in any order', async () => {
    const { status } = await order({
      authorization: ({ mchid, nonce, timestamp, serial, signature }) =>
        `WECHATPAY2-SHA256-RSA2048 signature="${signature}", serial_no="${serial}",timestamp="${timestamp}",mchid="${mchid}",nonce_str="${nonce}"`,
    })
    expect(status).toBe(200)
  })

  it('is judged by its exact bytes, whatever its spacing and escapes', async () => {
    const text = `${JSON.stringify(orderBody({ out_trade_no: 'SPACED-01' }), null, 4).replaceAll('拾', '\\u62fe')}\n`
    expect((await shop.pay('POST', PATH, text)).status).toBe(200)
  })

  it('may be up to five minutes off', async () => {
    expect((await order({ at: shop.control.now() - 299_000 })).status).toBe(200)
    expect((await order({ at: shop.control.now() + 299_000 })).status).toBe(200)
  })
})

describe('a request WeChat Pay refuses with 401 SIGN_ERROR', () => {
  const changed = (changes: Partial<AuthorizationParts>) => ({
    authorization: (parts: AuthorizationParts) => authorizationHeader({ ...parts, ...changes }),
  })
  const text = (write: (header: string) => string) => ({
    authorization: (parts: AuthorizationParts) => write(authorizationHeader(parts)),
  })
  const signedText = JSON.stringify(orderBody())

  it.each<[string, Parameters<Shop['pay']>[3]]>([
    ['no Authorization', { headers: { Authorization: undefined } }],
    ['another scheme', text((header) => header.replace('WECHATPAY2-SHA256-RSA2048', 'WECHATPAY2-SM2-WITH-SM3'))],
    ['a part missing', text((header) => header.replace(/serial_no="[^"]*"/, 'x="y"'))],
    ['a part twice', text((header) => `${header},mchid="${MCHID}"`)],
    ['an unquoted part', text((header) => header.replace(`"${MCHID}"`, MCHID))],
    ['an unknown merchant', changed({ mchid: '1900000001' })],
    ['an unknown certificate', changed({ serial: 'ABCDEF' })],
    ['a nonce over 32 characters', changed({ nonce: 'n'.repeat(33) })],
    ['milliseconds for seconds', changed({ timestamp: String(Date.parse('2026-03-01T04:00:00Z')) })],
    ['another nonce than signed', changed({ nonce: 'another' })],
    ['a signature over something else', changed({ signature: rsaSign('something else') })],
    ['one byte more in the body', { sentBody: `${signedText} ` }],
    ['another amount in the body', { sentBody: signedText.replace('19900', '1') }],
    ['a clock five minutes slow', { at: Date.parse('2026-03-01T03:54:59Z') }],
    ['a clock five minutes fast', { at: Date.parse('2026-03-01T04:05:01Z') }],
  ])('%s', async (_what, options) => {
    const answer = await order(options)
    expect(answer.status).toBe(401)
    expect(answer.json.code).toBe('SIGN_ERROR')
    expect(answer.headers['request-id']).toMatch(/-268443699$/)
  })

  it('a query string that was not signed', async () => {
    const parts = { authorization: () => '' }
    let header = ''
    await shop.pay('GET', '/v3/certificates', undefined, {
      authorization: (signed) => {
        header = authorizationHeader(signed)
        return header
      },
    })
    const answer = await shop.pay('GET', '/v3/certificates?algorithm_type=RSA', undefined, {
      ...parts,
      authorization: () => header,
    })
    expect(answer.json.code).toBe('SIGN_ERROR')
  })
})

describe('headers WeChat Pay insists on', () => {
  it.each<[string, Record<string, string | undefined>]>([
    ['Accept', { Accept: undefined }],
    ['Accept', { Accept: '*/*' }],
    ['User-Agent', { 'User-Agent': undefined }],
    ['Content-Type', { 'Content-Type': 'text/plain' }],
    ['Wechatpay-Serial', { 'Wechatpay-Serial': 'PUB_KEY_ID_OF_SOMEONE_ELSE' }],
  ])('%s: %j is a PARAM_ERROR that names it', async (field, headers) => {
    const answer = await order({ headers })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field, location: 'header' } })
  })
})
