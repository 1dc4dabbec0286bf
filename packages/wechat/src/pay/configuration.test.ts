import { generateKeyPairSync } from 'node:crypto'
import { createWechatPay, WechatConfigError, type WechatPayOptions } from '../index'
import { selfSignedCertificate } from '../testing/keys'
import { MERCHANT_SERIAL } from '../testing/pay-stand-in'
import { merchant, platform, shopOptions } from '../testing/shop'

const publicKeys = [{ id: 'PUB_KEY_ID_1', pem: platform.keys.publicPem }]
const elliptic = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const merchantCertificate = selfSignedCertificate(merchant, MERCHANT_SERIAL, new Date(0), new Date(2 ** 41))

const shop = (options: Partial<WechatPayOptions>) => createWechatPay({ ...shopOptions, ...options })

describe('a setting that cannot work is named when the process starts', () => {
  test.each<[string, string, Partial<WechatPayOptions>]>([
    ['no appid', 'appid', { appid: '' }],
    ['no merchant number', 'mchid', { mchid: '' }],
    ['no serial', 'merchantSerial', { merchantSerial: '' }],
    ['an APIv3 key of 16 bytes', 'apiV3Key', { apiV3Key: 'testAPIv3Key0000' }],
    ['no APIv3 key', 'apiV3Key', { apiV3Key: undefined as unknown as string }],
    ['a private key that is no PEM', 'merchantPrivateKey', { merchantPrivateKey: 'MIIE' }],
    ['a public key for the private one', 'merchantPrivateKey', { merchantPrivateKey: merchant.publicPem }],
    ['a PEM cut short', 'merchantPrivateKey', { merchantPrivateKey: merchant.privatePem.slice(0, 400) }],
    ['an elliptic key', 'merchantPrivateKey', { merchantPrivateKey: elliptic.privateKey }],
    ['no keys to verify with', 'verification', { verification: {} }],
    ['empty lists of keys', 'verification', { verification: { publicKeys: [], certificates: [] } }],
    [
      'a serial as public key id',
      'verification.publicKeys[0].id',
      { verification: { publicKeys: [{ ...publicKeys[0]!, id: '51AF' }] } },
    ],
    [
      'our private key as WeChat’s public key',
      'verification.publicKeys[0].pem',
      { verification: { publicKeys: [{ id: 'PUB_KEY_ID_1', pem: merchant.privatePem }] } },
    ],
    [
      'a broken second public key',
      'verification.publicKeys[1].pem',
      { verification: { publicKeys: [...publicKeys, { id: 'PUB_KEY_ID_2', pem: '-----BEGIN PUBLIC KEY-----' }] } },
    ],
    [
      'a public key as certificate',
      'verification.certificates[0].pem',
      { verification: { certificates: [{ pem: platform.keys.publicPem }] } },
    ],
    [
      'the merchant’s own certificate',
      'verification.certificates[0].pem',
      { verification: { certificates: [{ pem: merchantCertificate }] } },
    ],
    ['an address without scheme', 'baseUrl', { baseUrl: 'api.mch.weixin.qq.com' }],
  ])('%s: %s', (_what, setting, wrong) => {
    expect(() => shop(wrong)).toThrow(WechatConfigError)
    expect(() => shop(wrong)).toThrow(expect.objectContaining({ setting }))
  })

  test('no message shows a key', () => {
    expect(() => shop({ merchantPrivateKey: merchant.privatePem.slice(0, 400) })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(merchant.privatePem.slice(60, 100)) }),
    )
  })
})

test('a PEM on one line, as environment variables carry it, is read', () => {
  const folded = merchant.privatePem.replaceAll('\n', '\\n')
  expect(shop({ merchantPrivateKey: folded }).paymentParams('p').paySign).not.toBe('')
})
