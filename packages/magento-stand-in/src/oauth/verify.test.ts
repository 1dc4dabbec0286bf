import { createHmac } from 'node:crypto'
import OAuth from 'oauth-1.0a'
import { signed } from '../testing/client'
import { INTEGRATION } from '../testing/shop'
import { OAuthRefusal, OAuthVerifier } from './verify'

const URL = 'http://shop.example/rest/default/V1/orders?searchCriteria[pageSize]=1&name=%E5%BC%A0%20(3)!*'

describe('the signature of an integration', () => {
  let now = 0
  let verifier: OAuthVerifier
  beforeEach(() => {
    now = Date.now()
    verifier = new OAuthVerifier(INTEGRATION, () => now)
  })
  const verify =
    (authorization: string, url = URL, method = 'GET') =>
    () =>
      verifier.verify({ method, url, authorization })

  test('made by an independent library is accepted', () => {
    expect(verify(signed('GET', URL))).not.toThrow()
  })
  test('with another secret is refused', () => {
    expect(verify(signed('GET', URL, 'wrong'))).toThrow('The signature is invalid')
  })
  test('of another method or another query is refused', () => {
    expect(verify(signed('POST', URL))).toThrow(OAuthRefusal)
    expect(verify(signed('GET', URL), `${URL}&more=1`)).toThrow(OAuthRefusal)
  })
  test('is good for one request only', () => {
    const header = signed('GET', URL)
    verify(header)()
    expect(verify(header)).toThrow('The nonce is already being used by the consumer')
  })
  test.each([-601_000, 601_000])('is refused when the clocks are %p ms apart', (apart) => {
    const header = signed('GET', URL)
    now += apart
    expect(verify(header)).toThrow('oauth_timestamp')
  })
  test('is accepted when they are almost ten minutes apart', () => {
    const header = signed('GET', URL)
    now += 590_000
    expect(verify(header)).not.toThrow()
  })
  test('by HMAC-SHA1, which Magento gave up, is refused', () => {
    const old = new OAuth({
      consumer: { key: INTEGRATION.consumerKey, secret: INTEGRATION.consumerSecret },
      signature_method: 'HMAC-SHA1',
      hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
    })
    const token = { key: INTEGRATION.accessToken, secret: INTEGRATION.accessTokenSecret }
    const header = old.toHeader(old.authorize({ url: URL, method: 'GET' }, token)).Authorization
    expect(verify(header)).toThrow('Signature method is not supported')
  })
  test.each([
    ['of a consumer nobody knows', (header: string) => header.replace('ck-0001', 'ck-0002'), 'consumer'],
    ['of a token nobody knows', (header: string) => header.replace('at-0001', 'at-0002'), 'token'],
    ['without a nonce', (header: string) => header.replace(/oauth_nonce="[^"]*", /, ''), 'oauth_nonce'],
    ['that is no header of fields', () => 'OAuth nonsense', 'malformed'],
  ])('%s is refused', (_, spoil, message) => {
    expect(verify(spoil(signed('GET', URL)))).toThrow(message)
  })
})
