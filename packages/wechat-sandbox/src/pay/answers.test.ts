import { X509Certificate } from 'node:crypto'
import { openSealed } from '../test-side/callback-listener'
import { signatureHolds } from '../test-side/merchant'
import { Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const certificateKey = () =>
  new X509Certificate(shop.sandbox.platform.certificatePem).publicKey.export({ type: 'spki', format: 'pem' }).toString()
const withPublicKey = () => ({ headers: { 'Wechatpay-Serial': shop.sandbox.platform.publicKeyId } })
const certificates = (options?: Parameters<Shop['pay']>[3]) => shop.pay('GET', '/v3/certificates', undefined, options)

describe('the signature of an answer', () => {
  it('is made with the public key the request names', async () => {
    const answer = await certificates(withPublicKey())
    expect(answer.headers['wechatpay-serial']).toBe(shop.sandbox.platform.publicKeyId)
    expect(signatureHolds(answer.headers, answer.text, shop.publicKey)).toBe(true)
    expect(signatureHolds(answer.headers, answer.text, certificateKey())).toBe(false)
  })

  it('is made with the platform certificate when the request names nothing', async () => {
    const answer = await certificates()
    expect(answer.headers['wechatpay-serial']).toBe(shop.sandbox.platform.certificateSerial)
    expect(signatureHolds(answer.headers, answer.text, certificateKey())).toBe(true)
  })

  it('is on the empty answer of a close, on errors and on unknown paths too', async () => {
    await shop.order()
    for (const answer of [
      await shop.closeOrder(),
      await shop.query('ORDER-9999'),
      await shop.order({ amount: { total: 0, currency: 'CNY' } }),
      await shop.pay('GET', '/v3/nowhere'),
    ]) {
      expect(signatureHolds(answer.headers, answer.text, certificateKey())).toBe(true)
      expect(answer.headers['request-id']).toMatch(/^08[0-9A-F]+-\d+$/)
    }
  })

  it('misbehaves when told to: forged, missing, an hour old', async () => {
    for (const signature of ['forged', 'missing', 'stale'] as const)
      shop.control.fail({ endpoint: 'pay.certificates', signature })
    const forged = await certificates(withPublicKey())
    expect(forged.status).toBe(200)
    expect(signatureHolds(forged.headers, forged.text, shop.publicKey)).toBe(false)
    expect((await certificates()).headers).not.toHaveProperty('wechatpay-signature')
    const stale = await certificates(withPublicKey())
    expect(signatureHolds(stale.headers, stale.text, shop.publicKey)).toBe(true)
    expect(shop.control.now() / 1000 - Number(stale.headers['wechatpay-timestamp'])).toBe(3600)
  })
})

describe('the platform certificate', () => {
  it('is a certificate, encrypted with the APIv3 key, with the serial it is listed under', async () => {
    const [entry] = (await certificates()).json.data
    const { ciphertext, nonce, associated_data, algorithm } = entry.encrypt_certificate
    expect({ algorithm, associated_data }).toEqual({ algorithm: 'AEAD_AES_256_GCM', associated_data: 'certificate' })
    const certificate = new X509Certificate(openSealed(ciphertext, nonce, associated_data))
    expect(certificate.serialNumber).toBe(entry.serial_no)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(Date.parse(certificate.validTo)).toBe(Date.parse(entry.expire_time))
    expect(Date.parse(entry.effective_time)).toBeLessThan(shop.control.now())
  })
})
