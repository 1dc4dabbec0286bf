import { createWechatPay, type WechatPayOptions } from '../index'
import { generateKeys, selfSignedCertificate, type TestKeys } from '../testing/keys'
import { API_V3_KEY, type PayStandIn, seal, startPayStandIn, wechatHeaders } from '../testing/pay-stand-in'
import { merchant, platform, shopOptions } from '../testing/shop'

const DAY = 86_400_000
const publicKey = platform
const current = platformKey('5157F09EFDC096DE15EBE81A47057A7232F1B8E1', generateKeys())
const next = platformKey('0A57F09EFDC096DE15EBE81A47057A7232F1B8E2', generateKeys())
const expired = platformKey('6657F09EFDC096DE15EBE81A47057A7232F1B8E3', generateKeys(), -DAY)

function platformKey(serial: string, keys: TestKeys, endsIn = 365 * DAY) {
  return {
    serial,
    keys,
    pem: selfSignedCertificate(keys, serial, new Date(Date.now() - 30 * DAY), new Date(Date.now() + endsIn)),
  }
}

const listed = ({ serial, pem }: { serial: string; pem: string }, key = API_V3_KEY) => ({
  serial_no: serial,
  effective_time: '2026-01-01T00:00:00+08:00',
  expire_time: '2031-01-01T00:00:00+08:00',
  encrypt_certificate: seal(pem, 'certificate', key),
})

let wechat: PayStandIn
let now: number

beforeEach(async () => {
  now = Date.now()
  wechat = await startPayStandIn(merchant, current)
})
afterEach(() => wechat.close())

const shop = (verification: WechatPayOptions['verification']) =>
  createWechatPay({ ...shopOptions, verification, baseUrl: wechat.url, clock: () => now })

/** A callback signed by `by` over an empty object: refused as malformed once its signature is accepted. */
const callbackBy = (by: { serial: string; keys: TestKeys }) => ({ headers: wechatHeaders(by, '{}'), rawBody: '{}' })
const downloads = () => wechat.received.filter(({ url }) => url === '/v3/certificates').length

describe('a merchant with platform certificates', () => {
  test('downloads them when the first answer comes, and checks it with the right one', async () => {
    wechat.answer({ status: 204 }, { body: { data: [listed(next), listed(current)] } }, { status: 204 })
    const pay = shop({ certificates: 'download' })
    await expect(pay.close('XP0001')).resolves.toBe('closed')
    await expect(pay.close('XP0002')).resolves.toBe('closed')
    expect(wechat.received.map(({ url }) => url)).toEqual([
      expect.stringContaining('XP0001'),
      '/v3/certificates',
      expect.stringContaining('XP0002'),
    ])
    expect(wechat.received[0]?.headers).not.toHaveProperty('wechatpay-serial')
  })

  test('downloads once for ten answers at the same moment', async () => {
    const list = { body: { data: [listed(current)] } }
    wechat.answer(({ url }) => (url === '/v3/certificates' ? list : { status: 204 }))
    const pay = shop({ certificates: 'download' })
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, index) => pay.close(`XP000${index}`)))
    expect(outcomes).toEqual(Array(10).fill('closed'))
    expect(downloads()).toBe(1)
  })

  test('gets the next certificate by itself when WeChat starts to sign with it', async () => {
    wechat.answer({ body: { data: [listed(current)] } }, { body: { data: [listed(current), listed(next)] } })
    const pay = shop({ certificates: 'download' })
    await pay.certificates()
    await expect(pay.parseNotification(callbackBy(next))).rejects.toMatchObject({ reason: 'malformed' })
    expect(downloads()).toBe(2)
  })

  test('is not made to download by a flood of forged serials', async () => {
    wechat.answer({ body: { data: [listed(current)] } })
    const pay = shop({ certificates: 'download' })
    for (let index = 0; index < 20; index++) {
      const forged = callbackBy({ serial: `AB${index}`, keys: merchant })
      await expect(pay.parseNotification(forged)).rejects.toMatchObject({ reason: 'unknown-serial' })
    }
    expect(downloads()).toBe(1)
    now += 10_000
    await expect(pay.parseNotification(callbackBy(next))).rejects.toMatchObject({ reason: 'unknown-serial' })
    expect(downloads()).toBe(2)
  })

  test('can look at them', async () => {
    wechat.answer({ body: { data: [listed(current), listed(next)] } })
    const certificates = await shop({ certificates: 'download' }).certificates()
    expect(certificates).toMatchObject([
      { serial: current.serial, pem: current.pem },
      { serial: next.serial, pem: next.pem },
    ])
    expect(certificates[0]?.expiresAt).toBeGreaterThan(now)
  })

  test('may hold them in files instead, in either case of the serial', async () => {
    wechat.answer({ status: 204, by: { ...current, serial: current.serial.toLowerCase() } })
    await expect(shop({ certificates: [{ pem: current.pem }] }).close('XP0001')).resolves.toBe('closed')
  })

  test('does not believe an expired certificate', async () => {
    const pay = shop({ certificates: [{ pem: current.pem }, { pem: expired.pem }] })
    await expect(pay.parseNotification(callbackBy(expired))).rejects.toMatchObject({ reason: 'unknown-serial' })
  })
})

describe('certificates that cannot be trusted', () => {
  test.each([
    ['sealed with another APIv3 key', { body: { data: [listed(current, 'another-api-v3-key-for-tests-32b')] } }],
    ['listed under another serial', { body: { data: [{ ...listed(next), serial_no: current.serial }] }, by: next }],
    ['in an answer signed by none of them', { body: { data: [listed(next)] } }],
    ['in an answer with a wrong signature', { body: { data: [listed(current)] }, signature: 'wrong' }],
    ['in an answer of an expired one', { body: { data: [listed(expired)] }, by: expired }],
    ['not certificates', { body: { data: [listed({ ...current, pem: current.keys.publicPem })] } }],
    ['not a list', { body: { data: 'none' } }],
    ['without the sealed part', { body: { data: [{ serial_no: current.serial }] } }],
  ] as const)('%s', async (_what, answer) => {
    wechat.answer(answer)
    const pay = shop({ certificates: 'download' })
    await expect(pay.certificates()).rejects.toMatchObject({ code: 'ANSWER_UNVERIFIED' })
    await expect(pay.parseNotification(callbackBy(current))).rejects.toMatchObject({ reason: 'unknown-serial' })
  })

  test('not to be had just now leave the call to be tried again', async () => {
    wechat.answer({ status: 204 }, { status: 500, body: { code: 'SYSTEM_ERROR', message: '…' } })
    await expect(shop({ certificates: 'download' }).close('XP0001')).rejects.toMatchObject({
      code: 'ANSWER_UNVERIFIED',
      detail: { problem: 'unknown-serial' },
      retryable: true,
    })
  })
})

describe('a merchant who moves from certificates to the public key', () => {
  test('reads callbacks signed with either, and asks for answers with the public key', async () => {
    wechat.answer({ status: 204, by: publicKey })
    const pay = shop({
      publicKeys: [{ id: publicKey.serial, pem: publicKey.keys.publicPem }],
      certificates: [{ pem: current.pem }],
    })
    await expect(pay.parseNotification(callbackBy(publicKey))).rejects.toMatchObject({ reason: 'malformed' })
    await expect(pay.parseNotification(callbackBy(current))).rejects.toMatchObject({ reason: 'malformed' })
    await expect(pay.close('XP0001')).resolves.toBe('closed')
    expect(wechat.received[0]?.headers['wechatpay-serial']).toBe(publicKey.serial)
  })

  test('downloads certificates under a signature of the public key', async () => {
    wechat.answer({ body: { data: [listed(current)] }, by: publicKey })
    const pay = shop({
      publicKeys: [{ id: publicKey.serial, pem: publicKey.keys.publicPem }],
      certificates: 'download',
    })
    await expect(pay.parseNotification(callbackBy(current))).rejects.toMatchObject({ reason: 'malformed' })
  })

  test('never downloads certificates for an unknown public key id', async () => {
    const pay = shop({ certificates: 'download' })
    await expect(pay.parseNotification(callbackBy(publicKey))).rejects.toMatchObject({ reason: 'unknown-serial' })
    expect(downloads()).toBe(0)
  })
})
