import { Aes, Formatter } from 'wechatpay-axios-plugin'
import { WechatConfigError } from '../config-error'
import { openSealed, readApiV3Key } from './cipher'

// The published AES-256 vector (wechatpay-java, AeadAesCipherTest).
const KEY = readApiV3Key('a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb')
const SEALED = {
  associatedData: 'associatedData',
  nonce: 'uluk4a9R25RW',
  ciphertext: 'ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=',
}

test('the published vector opens', () => {
  expect(openSealed(KEY, SEALED)).toBe('message')
})

test('what the independent implementation seals opens, Chinese included', () => {
  const nonce = Formatter.nonce(12)
  const ciphertext = Aes.AesGcm.encrypt('{"summary":"支付成功 🎉"}', KEY, nonce, 'transaction')
  expect(openSealed(KEY, { ciphertext, nonce, associatedData: 'transaction' })).toBe('{"summary":"支付成功 🎉"}')
})

test('an empty text with no associated data opens', () => {
  const ciphertext = Aes.AesGcm.encrypt('', KEY, 'uluk4a9R25RW', '')
  expect(openSealed(KEY, { ciphertext, nonce: 'uluk4a9R25RW', associatedData: '' })).toBe('')
})

test.each(Array.from({ length: Buffer.from(SEALED.ciphertext, 'base64').length }, (_, index) => index))(
  'one changed bit in byte %d of text or tag is noticed',
  (index) => {
    const bytes = Buffer.from(SEALED.ciphertext, 'base64')
    bytes[index] = bytes[index]! ^ 1
    expect(() => openSealed(KEY, { ...SEALED, ciphertext: bytes.toString('base64') })).toThrow()
  },
)

test.each([
  ['another key', readApiV3Key('b7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb'), SEALED],
  ['other associated data', KEY, { ...SEALED, associatedData: 'transaction' }],
  ['another nonce', KEY, { ...SEALED, nonce: 'uluk4a9R25RX' }],
  ['a nonce that is too short', KEY, { ...SEALED, nonce: 'short' }],
  [
    'a tag cut to 12 bytes',
    KEY,
    { ...SEALED, ciphertext: Buffer.from(SEALED.ciphertext, 'base64').subarray(0, 19).toString('base64') },
  ],
  ['less than a tag', KEY, { ...SEALED, ciphertext: 'AAAA' }],
  ['no base64 at all', KEY, { ...SEALED, ciphertext: '签名' }],
])('%s does not open it', (_what, key, sealed) => {
  expect(() => openSealed(key, sealed)).toThrow()
})

test.each(['', 'short', 'x'.repeat(31), 'x'.repeat(33), '密钥'.repeat(16)])(
  'an APIv3 key that is not 32 bytes is refused: %s',
  (key) => {
    expect(() => readApiV3Key(key)).toThrow(WechatConfigError)
  },
)
