import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import { generateKeys } from '../testing/keys'
import { authorization, newNonce, paymentMessage, requestMessage, rsaSha256 } from './signing'

const keys = generateKeys()

test('the published layout of a request: five lines, the empty body too', () => {
  const url = new URL('https://api.mch.weixin.qq.com/v3/certificates')
  expect(requestMessage({ method: 'GET', url, body: '', timestamp: 1624523846, nonce: 'A1B2C3D4E5F6G7' })).toBe(
    'GET\n/v3/certificates\n1624523846\nA1B2C3D4E5F6G7\n\n',
  )
})

test('the published layout of paySign', () => {
  const prepay = 'prepay_id=wx201410272009395522657a690389285100'
  expect(paymentMessage('wx2421b1c4370ec43b', '1554208460', '593BEC0C930BF1AFEB40B4A08C8FB242', prepay)).toBe(
    'wx2421b1c4370ec43b\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\nprepay_id=wx201410272009395522657a690389285100\n',
  )
})

test('a request is signed byte for byte as the independent implementation signs it', () => {
  const url = new URL('https://api.mch.weixin.qq.com/v3/pay/transactions/out-trade-no/a%7Cb?mchid=19')
  const request = { method: 'POST' as const, url, body: '{"description":"小铺 🧋"}', timestamp: 1700000000, nonce: 'N' }
  const uri = '/v3/pay/transactions/out-trade-no/a%7Cb?mchid=19'
  const message = Formatter.request('POST', uri, 1700000000, 'N', request.body)
  expect(requestMessage(request)).toBe(message)

  const fields = (header: string) => header.replace(/^\S+ /, '').split(',').sort()
  const ours = authorization({ mchid: '19', serial: 'AB', privateKey: keys.privateKey }, request)
  const theirs = Formatter.authorization('19', 'N', Rsa.sign(message, keys.privateKey), 1700000000, 'AB')
  expect(ours).toMatch(/^WECHATPAY2-SHA256-RSA2048 /)
  expect(fields(ours)).toEqual(fields(theirs))
})

test('a signature verifies in the independent implementation, and only for its message', () => {
  const signature = rsaSha256(keys.privateKey, 'source 源')
  expect(Rsa.verify('source 源', signature, keys.publicKey)).toBe(true)
  expect(Rsa.verify('source', signature, keys.publicKey)).toBe(false)
})

test('a nonce has 32 characters, WeChat’s limit, and is never the same', () => {
  const nonces = new Set(Array.from({ length: 100 }, newNonce))
  expect(nonces.size).toBe(100)
  for (const nonce of nonces) expect(nonce).toMatch(/^[0-9A-F]{32}$/)
})
