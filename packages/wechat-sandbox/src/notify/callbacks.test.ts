import { X509Certificate } from 'node:crypto'
import { CallbackListener, envelopeFault, openResource } from '../test-side/callback-listener'
import { OPENID, Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open({ refundSettleMs: 'manual' })
})
afterEach(() => shop.close())

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const fault = (index: number) => envelopeFault(shop.door.received[index]!, shop.publicKey, shop.control.now())

describe('the callback of a payment', () => {
  it('reaches the routed address, verifies, decrypts and says what a query says', async () => {
    await shop.paidOrder()
    expect(shop.door.received).toHaveLength(1)
    const [callback] = shop.door.received
    expect(callback).toMatchObject({ path: '/wechat/payments', event: 'TRANSACTION.SUCCESS' })
    expect(callback!.headers['wechatpay-serial']).toBe(shop.sandbox.platform.publicKeyId)
    expect(fault(0)).toBeUndefined()
    expect(JSON.parse(callback!.body)).toMatchObject({
      resource_type: 'encrypt-resource',
      create_time: '2026-03-01T12:00:00+08:00',
      resource: {
        original_type: 'transaction',
        algorithm: 'AEAD_AES_256_GCM',
        nonce: expect.stringMatching(/^\w{12}$/),
      },
    })
    expect(openResource(callback!.body)).toEqual((await shop.query()).json)
    expect(openResource(callback!.body).payer.openid).toBe(OPENID)
  })

  it('is recorded with the answer it got', async () => {
    await shop.paidOrder()
    expect(shop.control.callbacks()).toMatchObject([
      {
        state: 'delivered',
        outTradeNo: 'ORDER-0001',
        attempts: [{ at: shop.control.now(), sent: 'genuine', status: 204, body: '' }],
      },
    ])
  })

  it('is signed with the certificate while the merchant changes over', async () => {
    shop.control.signCallbacksWith('certificate')
    await shop.paidOrder()
    const key = new X509Certificate(shop.sandbox.platform.certificatePem).publicKey
    const pem = key.export({ type: 'spki', format: 'pem' }).toString()
    expect(shop.door.received[0]!.headers['wechatpay-serial']).toBe(shop.sandbox.platform.certificateSerial)
    expect(envelopeFault(shop.door.received[0]!, pem, shop.control.now())).toBeUndefined()
  })
})

describe('a callback the merchant does not accept', () => {
  it('comes again after 15 s, 15 s and 30 s, newly signed, with the same id', async () => {
    shop.door.answerNext(500, 401, 302)
    await shop.paidOrder()
    await shop.control.advance(15 * SECOND - 1)
    expect(shop.door.received).toHaveLength(1)
    await shop.control.advance(1)
    expect(shop.door.received).toHaveLength(2)
    await shop.control.advance(15 * SECOND)
    await shop.control.advance(30 * SECOND)
    expect(shop.control.callbacks()[0]!.attempts.map(({ status }) => status)).toEqual([500, 401, 302, 204])
    expect(shop.control.callbacks()[0]!.state).toBe('delivered')
    expect(new Set(shop.door.received.map(({ id }) => id)).size).toBe(1)
    expect(new Set(shop.door.received.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(4)
    expect(fault(3)).toBeUndefined()
  })

  it('is given up after the sixteenth attempt, a day and four minutes after the first', async () => {
    shop.door.answerNext(...Array.from({ length: 16 }, () => 500))
    await shop.paidOrder()
    await shop.control.advance(48 * HOUR)
    const [callback] = shop.control.callbacks()
    expect(callback).toMatchObject({ state: 'abandoned' })
    expect(callback!.attempts).toHaveLength(16)
    expect(callback!.attempts[15]!.at - callback!.attempts[0]!.at).toBe(24 * HOUR + 4 * MINUTE)
  })

  it('is not tried again once it was answered 200', async () => {
    shop.door.answerNext(200)
    await shop.paidOrder()
    await shop.control.advance(48 * HOUR)
    expect(shop.door.received).toHaveLength(1)
  })

  it('a shop that is down gets it when it is back', async () => {
    const { port } = shop.door
    await shop.door.close()
    await shop.paidOrder()
    expect(shop.control.callbacks()[0]).toMatchObject({
      state: 'pending',
      nextAttemptAt: shop.control.now() + 15 * SECOND,
      attempts: [{ error: expect.stringContaining('ECONNREFUSED'), url: `http://127.0.0.1:${port}/wechat/payments` }],
    })
    const door = await CallbackListener.open(port)
    await shop.control.advance(15 * SECOND)
    await door.close()
    expect(door.received.map(({ event }) => event)).toEqual(['TRANSACTION.SUCCESS'])
  })

  it('an address without a route is never contacted', async () => {
    await shop.order({ notify_url: 'https://unrouted.example/n' })
    shop.control.approve('ORDER-0001')
    await shop.control.whenIdle()
    expect(shop.control.callbacks()[0]!.attempts).toMatchObject([{ error: 'no route to this origin' }])
  })

  it('an answer that takes too long counts as none', async () => {
    const impatient = await Shop.open({ notifyTimeoutMs: 30 })
    impatient.door.answerNext('silence')
    await impatient.paidOrder()
    expect(impatient.control.callbacks()[0]!.attempts).toMatchObject([{ error: 'no answer in time' }])
    await impatient.control.advance(15 * SECOND)
    expect(impatient.control.callbacks()[0]!.state).toBe('delivered')
    await impatient.close()
  })
})

describe('the speed of the schedule', () => {
  it('is divided by notifySpeed', async () => {
    const fast = await Shop.open({ notifySpeed: 60 })
    fast.door.answerNext(500)
    await fast.paidOrder()
    await fast.control.advance(250)
    expect(fast.control.callbacks()[0]!.state).toBe('delivered')
    await fast.close()
  })

  it("can be a schedule of one's own, run by the real clock", async () => {
    const real = await Shop.open({ notifyRetryDelaysMs: [5, 5], clock: undefined })
    real.door.answerNext(500, 500)
    await real.paidOrder()
    while (real.control.callbacks()[0]!.state === 'pending') await new Promise((resolve) => setImmediate(resolve))
    expect(real.control.callbacks()[0]).toMatchObject({ state: 'delivered', attempts: [{}, {}, {}] })
    await real.close()
  })
})

describe('the callback of a refund', () => {
  beforeEach(async () => {
    await shop.paidOrder()
    await shop.refund()
  })

  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'] as const)(
    'tells of %s in the words of a refund notice',
    async (outcome) => {
      shop.control.settleRefund('REFUND-0001', outcome)
      await shop.control.whenIdle()
      const callback = shop.door.received[1]!
      expect(callback).toMatchObject({ event: `REFUND.${outcome}`, path: '/wechat/refunds' })
      expect(JSON.parse(callback.body).resource.original_type).toBe('refund')
      expect(fault(1)).toBeUndefined()
      const notice = openResource(callback.body)
      expect(notice).toMatchObject({
        mchid: '1900009999',
        out_refund_no: 'REFUND-0001',
        refund_status: outcome,
        amount: { total: 19900, refund: 5000, payer_total: 19900, payer_refund: 5000 },
      })
      expect('success_time' in notice).toBe(outcome === 'SUCCESS')
    },
  )

  it('does not come when the refund named no address', async () => {
    await shop.control.advance(MINUTE)
    await shop.refund({ out_refund_no: 'REFUND-0002', notify_url: undefined })
    shop.control.settleRefund('REFUND-0002', 'SUCCESS')
    await shop.control.whenIdle()
    expect(shop.door.received).toHaveLength(1)
  })
})
