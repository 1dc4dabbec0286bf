import { openidOf } from '../state/people'
import { MCHID, NOTIFY_URL } from '../test-side/merchant'
import { NOON, OPENID, orderBody, SHOPPER, Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const HOUR = 3_600_000

describe('placing an order', () => {
  it('answers a prepay_id and nothing else', async () => {
    const answer = await shop.order()
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({ prepay_id: expect.stringMatching(/^wx\d{17}[0-9a-f]{17}$/) })
  })

  it.each<[string, Record<string, unknown>]>([
    ['/appid', { appid: undefined }],
    ['/mchid', { mchid: 1900009999 }],
    ['/description', { description: '' }],
    ['/description', { description: '长'.repeat(128) }],
    ['/out_trade_no', { out_trade_no: 'SHORT' }],
    ['/out_trade_no', { out_trade_no: 'X'.repeat(33) }],
    ['/out_trade_no', { out_trade_no: 'ORDER 0001' }],
    ['/out_trade_no', { out_trade_no: '订单订单订单' }],
    ['/attach', { attach: 'a'.repeat(129) }],
    ['/notify_url', { notify_url: 'http://api.shop.example/n' }],
    ['/notify_url', { notify_url: `${NOTIFY_URL}?order=1` }],
    ['/notify_url', { notify_url: 'https://127.0.0.1/n' }],
    ['/notify_url', { notify_url: 'api.shop.example/n' }],
    ['/notify_url', { notify_url: `https://api.shop.example/${'n'.repeat(255)}` }],
    ['/time_expire', { time_expire: '2026-03-01 13:00:00' }],
    ['/time_expire', { time_expire: '2026-03-01T13:00:00' }],
    ['/time_expire', { time_expire: 1772340000 }],
    ['/amount', { amount: 19900 }],
    ['/amount/total', { amount: { currency: 'CNY' } }],
    ['/amount/total', { amount: { total: 0, currency: 'CNY' } }],
    ['/amount/total', { amount: { total: -1, currency: 'CNY' } }],
    ['/amount/total', { amount: { total: 199.5, currency: 'CNY' } }],
    ['/amount/total', { amount: { total: '19900', currency: 'CNY' } }],
    ['/amount/currency', { amount: { total: 1, currency: 'USD' } }],
    ['/payer', { payer: undefined }],
    ['/payer/openid', { payer: {} }],
    ['/payer/openid', { payer: { openid: 'o-nobody' } }],
    ['/payer/openid', { payer: { openid: openidOf(SHOPPER, 'wxanotherprogram0') } }],
    ['/goods_tag', { goods_tag: 'g'.repeat(33) }],
    ['/time_expires', { time_expires: '2026-03-01T13:00:00+08:00' }],
  ])('names %s in the PARAM_ERROR for %j', async (field, changes) => {
    const answer = await shop.order(changes)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field } })
    expect(shop.control.orders()).toEqual([])
  })

  it.each([['{'], ['[]'], ['"text"'], ['']])('the body %j is a PARAM_ERROR', async (body) => {
    const answer = await shop.pay('POST', '/v3/pay/transactions/jsapi', body)
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field: '/' } })
  })

  it('an appid that is not bound to the merchant, and a merchant that does not exist', async () => {
    expect((await shop.order({ appid: 'wx0000000000000001' })).json.code).toBe('APPID_MCHID_NOT_MATCH')
    expect((await shop.order({ mchid: '1900000001' })).json.code).toBe('MCH_NOT_EXISTS')
  })

  it('a description of exactly 127 Han characters fits', async () => {
    expect((await shop.order({ description: '长'.repeat(127) })).status).toBe(200)
  })

  it('an unknown path is answered clearly, and only to a signed request', async () => {
    const answer = await shop.pay('POST', '/v3/pay/transactions/native', orderBody())
    expect(answer.status).toBe(404)
    expect(answer.json.message).toContain('/v3/pay/transactions/native')
    expect((await shop.get('/v3/pay/transactions/native')).status).toBe(400)
  })
})

describe('placing the same order again', () => {
  it('gives a fresh prepay_id for identical fields in any order', async () => {
    const first = await shop.order()
    const reversed = Object.fromEntries(Object.entries(orderBody()).reverse())
    const second = await shop.pay('POST', '/v3/pay/transactions/jsapi', reversed)
    expect(second.status).toBe(200)
    expect(second.json.prepay_id).not.toBe(first.json.prepay_id)
    expect(shop.control.orders()).toHaveLength(1)
  })

  it.each([
    [{ amount: { total: 1, currency: 'CNY' } }],
    [{ description: '别的' }],
    [{ notify_url: `${NOTIFY_URL}/2` }],
    [{ attach: 'new' }],
    [{ time_expire: '2026-03-01T13:00:00+08:00' }],
  ])('refuses changed parameters: %j', async (changes) => {
    await shop.order()
    const answer = await shop.order(changes)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ code: 'INVALID_REQUEST', message: '请求重入时，参数与首次请求时不一致' })
    expect(answer.headers['request-id']).toMatch(/-268498688$/)
  })

  it('may leave time_expire out the second time, but not after it has passed', async () => {
    const time_expire = '2026-03-01T12:30:00+08:00'
    await shop.order({ time_expire })
    expect((await shop.order()).status).toBe(200)
    await shop.control.advance(30 * 60_000)
    expect((await shop.order({ time_expire })).headers['request-id']).toMatch(/-268447914$/)
    expect((await shop.query()).json.trade_state).toBe('NOTPAY')
  })

  it('is ORDER_PAID after payment and ORDER_CLOSED after closing', async () => {
    await shop.paidOrder()
    expect((await shop.order()).json.code).toBe('ORDER_PAID')
    await shop.order({ out_trade_no: 'ORDER-0002' })
    await shop.closeOrder('ORDER-0002')
    expect((await shop.order({ out_trade_no: 'ORDER-0002' })).json.code).toBe('ORDER_CLOSED')
  })
})

describe('time_expire', () => {
  const expiryOf = async (time_expire?: string) => {
    await shop.order({ time_expire })
    return shop.control.orders()[0]!.expiresAt - NOON
  }

  it('is seven days when not given', async () => {
    expect(await expiryOf()).toBe(7 * 24 * HOUR)
  })

  it('is at least a minute from now', async () => {
    expect(await expiryOf('2026-03-01T12:00:01+08:00')).toBe(60_000)
  })

  it('is at most 90 days from now', async () => {
    expect(await expiryOf('2027-03-01T12:00:00+08:00')).toBe(90 * 24 * HOUR)
  })
})

describe('asking for an order', () => {
  it('an unpaid one has no transaction_id, payer or success_time', async () => {
    await shop.order({ attach: 'cart-7' })
    const { status, json } = await shop.query()
    expect(status).toBe(200)
    expect(json).toMatchObject({ trade_state: 'NOTPAY', attach: 'cart-7', amount: { total: 19900, currency: 'CNY' } })
    for (const absent of ['transaction_id', 'payer', 'success_time']) expect(json).not.toHaveProperty(absent)
  })

  it('a paid one tells who paid how much and when, by either number', async () => {
    await shop.paidOrder()
    const { json } = await shop.query()
    expect(json).toMatchObject({
      trade_state: 'SUCCESS',
      trade_type: 'JSAPI',
      success_time: '2026-03-01T12:00:00+08:00',
      payer: { openid: OPENID },
      amount: { total: 19900, payer_total: 19900, currency: 'CNY', payer_currency: 'CNY' },
    })
    expect(json.transaction_id).toMatch(/^42000\d{23}$/)
    const byId = await shop.pay('GET', `/v3/pay/transactions/id/${json.transaction_id}?mchid=${MCHID}`)
    expect(byId.json).toEqual(json)
  })

  it('an unknown one is 404 ORDER_NOT_EXIST, by either number', async () => {
    for (const path of ['out-trade-no/ORDER-9999', 'id/4200000000202603010000000000']) {
      const answer = await shop.pay('GET', `/v3/pay/transactions/${path}?mchid=${MCHID}`)
      expect(answer.status).toBe(404)
      expect(answer.json.code).toBe('ORDER_NOT_EXIST')
    }
  })

  it('needs the mchid', async () => {
    await shop.order()
    const answer = await shop.pay('GET', '/v3/pay/transactions/out-trade-no/ORDER-0001')
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field: '/mchid', location: 'query' } })
  })
})

describe('closing an order', () => {
  it('answers 204 without a body, as often as asked', async () => {
    await shop.order()
    for (const answer of [await shop.closeOrder(), await shop.closeOrder()]) {
      expect(answer.status).toBe(204)
      expect(answer.text).toBe('')
    }
    expect((await shop.query()).json.trade_state).toBe('CLOSED')
  })

  it('a paid order stays paid: ORDER_PAID', async () => {
    await shop.paidOrder()
    expect((await shop.closeOrder()).json.code).toBe('ORDER_PAID')
    expect((await shop.query()).json.trade_state).toBe('SUCCESS')
  })

  it('an unknown order is 404, a missing mchid PARAM_ERROR', async () => {
    expect((await shop.closeOrder('ORDER-9999')).status).toBe(404)
    await shop.order()
    const answer = await shop.pay('POST', '/v3/pay/transactions/out-trade-no/ORDER-0001/close', {})
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field: '/mchid' } })
  })
})
