import { startWechatSandbox } from '../sandbox'
import { APPID, MERCHANT_PUBLIC_KEY, SECRET } from '../test-side/merchant'
import { NOON, Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open({ refundSettleMs: 'manual' })
})
afterEach(() => shop.close())

describe('answers that were scripted', () => {
  it('fail as often as told, without anything being done, then work', async () => {
    shop.control.fail({ endpoint: 'pay.jsapi', times: 2, status: 500, code: 'SYSTEM_ERROR' })
    for (let call = 1; call <= 2; call++) {
      const answer = await shop.order()
      expect(answer.status).toBe(500)
      expect(answer.json.code).toBe('SYSTEM_ERROR')
    }
    expect(shop.control.orders()).toEqual([])
    expect((await shop.order()).status).toBe(200)
  })

  it('a failure of no particular kind is a 500', async () => {
    shop.control.fail({ endpoint: 'pay.jsapi' })
    expect((await shop.order()).status).toBe(500)
    expect((await shop.order()).status).toBe(200)
  })

  it('SYSTEM_ERROR may come after the call was performed', async () => {
    shop.control.fail({ endpoint: 'refund.apply', code: 'SYSTEM_ERROR', when: 'after' })
    await shop.paidOrder()
    expect((await shop.refund()).status).toBe(500)
    expect(shop.control.refunds()).toHaveLength(1)
    expect((await shop.refund()).json.status).toBe('PROCESSING')
    expect(shop.control.refunds()).toHaveLength(1)
  })

  it('a lost answer: the order is placed and the caller never hears of it', async () => {
    shop.control.fail({ endpoint: 'pay.jsapi', drop: 'answer' })
    await expect(shop.order()).rejects.toThrow(/hang up|ECONNRESET/)
    expect(shop.control.orders()).toHaveLength(1)
    expect((await shop.order()).status).toBe(200)
  })

  it('a lost request: the caller hears nothing and nothing was done', async () => {
    shop.control.fail({ endpoint: 'pay.jsapi', drop: 'request' })
    await expect(shop.order()).rejects.toThrow(/hang up|ECONNRESET/)
    expect(shop.control.orders()).toEqual([])
  })

  it('a slow answer is slow', async () => {
    shop.control.fail({ endpoint: 'pay.query', delayMs: 60 })
    await shop.order()
    const asked = performance.now()
    expect((await shop.query()).status).toBe(200)
    expect(performance.now() - asked).toBeGreaterThanOrEqual(55)
  })

  it('never hide a request WeChat would have refused', async () => {
    shop.control.fail({ endpoint: 'pay.query', status: 500, code: 'SYSTEM_ERROR' })
    expect((await shop.pay('GET', '/v3/pay/transactions/out-trade-no/X', undefined, { at: 0 })).status).toBe(401)
    expect((await shop.query()).status).toBe(500)
  })

  it('only exist for endpoints there are', () => {
    expect(() => shop.control.fail({ endpoint: 'pay.everything' as 'pay.jsapi' })).toThrow('unknown endpoint')
  })
})

describe('paying and cancelling from outside', () => {
  it('only what can be paid', async () => {
    expect(() => shop.control.approve('ORDER-9999')).toThrow('no such order')
    await shop.order()
    shop.control.approve('ORDER-0001')
    expect(() => shop.control.approve('ORDER-0001')).toThrow('已支付')
    expect(() => shop.control.cancel('ORDER-0001')).toThrow('已支付')
  })

  it('looking changes nothing', async () => {
    await shop.order()
    shop.control.orders()[0]!.total = 1
    expect(shop.control.orders()[0]!.total).toBe(19900)
  })
})

describe('the same over HTTP', () => {
  it('orders are approved and callbacks scripted, awaited and read', async () => {
    await shop.order()
    expect((await shop.post('/control/callbacks/next', [{ do: 'delay', ms: 60_000 }])).status).toBe(204)
    expect((await shop.post('/control/orders/ORDER-0001/approve')).status).toBe(204)
    expect((await shop.get('/control/idle')).status).toBe(204)
    expect(shop.door.received).toHaveLength(0)
    expect((await shop.post('/control/clock/advance', { ms: 60_000 })).json).toEqual({ now: NOON + 60_000 })
    expect(shop.door.received).toHaveLength(1)
    const [callback] = (await shop.get('/control/callbacks')).json
    expect((await shop.post(`/control/callbacks/${callback.id}/replay`)).json.status).toBe(204)
    expect((await shop.get('/control/orders')).json).toMatchObject([{ state: 'SUCCESS', total: 19900 }])
    expect((await shop.get('/control/payments')).json).toMatchObject([{ by: 'control', outcome: 'paid' }])
  })

  it('refunds are settled, sheets cancelled, endpoints and phones made to fail', async () => {
    await shop.paidOrder()
    await shop.refund()
    expect((await shop.post('/control/refunds/REFUND-0001/settle', { outcome: 'ABNORMAL' })).status).toBe(204)
    expect((await shop.get('/control/refunds')).json).toMatchObject([{ status: 'ABNORMAL' }])
    await shop.post('/control/fail', { endpoint: 'pay.query', status: 429, code: 'FREQUENCY_LIMITED' })
    expect((await shop.query()).status).toBe(429)
    expect((await shop.post('/control/callbacks/signer', { signer: 'certificate' })).status).toBe(204)
    expect((await shop.post('/control/callbacks/deliver-now')).status).toBe(204)
    expect((await shop.post('/control/access-tokens/revoke')).status).toBe(204)
    expect((await shop.post('/control/payments/next', [{ say: 'cancel', charged: true }])).status).toBe(204)
    expect((await shop.post('/control/refunds/next', ['CLOSED'])).status).toBe(204)
    await shop.order({ out_trade_no: 'ORDER-0002' })
    expect((await shop.post('/control/orders/ORDER-0002/cancel')).status).toBe(204)
    expect((await shop.get('/control/clock')).json).toEqual({ now: NOON })
  })

  it.each<[number, string, unknown]>([
    [404, '/control/orders/ORDER-9999/approve', undefined],
    [404, '/control/refunds/REFUND-9999/settle', { outcome: 'SUCCESS' }],
    [404, '/control/callbacks/none/replay', undefined],
    [400, '/control/refunds/REFUND-9999/settle', { outcome: 'LATER' }],
    [400, '/control/callbacks/next', 'lose'],
    [400, '/control/callbacks/next', ['explode']],
    [400, '/control/callbacks/signer', { signer: 'nobody' }],
    [400, '/control/payments/next', [{ say: 'perhaps', charged: true }]],
    [400, '/control/refunds/next', ['PROCESSING']],
    [400, '/control/fail', { endpoint: 'nowhere' }],
    [400, '/control/fail', undefined],
    [400, '/control/clock/advance', { ms: -1 }],
  ])('answers %i to %s %j', async (status, path, body) => {
    const answer = await shop.post(path, body)
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({ error: 'ControlError', message: expect.any(String) })
  })
})

describe('starting over', () => {
  it('forgets orders, planned callbacks, scripts and the advanced time', async () => {
    shop.door.answerNext(500)
    await shop.paidOrder()
    await shop.control.advance(10_000)
    shop.control.nextCallbacks(['lose'])
    shop.control.fail({ endpoint: 'pay.jsapi', code: 'SYSTEM_ERROR' })
    expect((await shop.post('/control/reset')).status).toBe(204)
    expect(shop.control.now()).toBe(NOON)
    expect([shop.control.orders(), shop.control.callbacks(), shop.control.payments()]).toEqual([[], [], []])
    await shop.control.advance(3_600_000)
    expect(shop.door.received).toHaveLength(1)
    await shop.paidOrder()
    expect(shop.door.received).toHaveLength(2)
  })
})

describe('starting', () => {
  it('an APIv3 key that is not 32 bytes is refused at once', async () => {
    const merchant = { mchid: '1', serial: 'A', publicKeyPem: MERCHANT_PUBLIC_KEY, apiV3Key: 'sixteen-bytes-00' }
    await expect(startWechatSandbox({ appid: APPID, secret: SECRET, merchant })).rejects.toThrow('32 bytes')
  })

  it('makes its own platform keys when none are given', async () => {
    const fresh = await Shop.open({ platform: undefined })
    expect(fresh.sandbox.platform.publicKeyId).toMatch(/^PUB_KEY_ID_\d+$/)
    expect(fresh.sandbox.platform.certificateSerial).toMatch(/^[0-9A-F]{40}$/)
    expect(fresh.publicKey).not.toBe(shop.publicKey)
    await fresh.paidOrder()
    expect(fresh.control.callbacks()[0]!.state).toBe('delivered')
    await fresh.close()
  })
})
