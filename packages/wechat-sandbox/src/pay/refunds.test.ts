import { Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open({ refundSettleMs: 60_000 })
  await shop.paidOrder()
})
afterEach(() => shop.close())

const MINUTE = 60_000
const query = (outRefundNo = 'REFUND-0001') => shop.pay('GET', `/v3/refund/domestic/refunds/${outRefundNo}`)

describe('asking for a refund', () => {
  it('is accepted as PROCESSING and succeeds later', async () => {
    const accepted = await shop.refund()
    expect(accepted.status).toBe(200)
    expect(accepted.json).toMatchObject({
      out_refund_no: 'REFUND-0001',
      out_trade_no: 'ORDER-0001',
      status: 'PROCESSING',
      channel: 'ORIGINAL',
      create_time: '2026-03-01T12:00:00+08:00',
      amount: { total: 19900, refund: 5000, payer_refund: 5000, currency: 'CNY' },
    })
    expect(accepted.json).not.toHaveProperty('success_time')
    expect((await shop.query()).json.trade_state).toBe('REFUND')
    await shop.control.advance(MINUTE)
    expect((await query()).json).toMatchObject({ status: 'SUCCESS', success_time: '2026-03-01T12:01:00+08:00' })
  })

  it('can be by transaction_id', async () => {
    const { transaction_id } = (await shop.query()).json
    const answer = await shop.refund({ out_trade_no: undefined, transaction_id })
    expect(answer.json).toMatchObject({ status: 'PROCESSING', transaction_id })
  })

  it('again with the same out_refund_no is the same refund', async () => {
    const first = await shop.refund()
    const second = await shop.refund()
    expect(second.json).toEqual(first.json)
    expect(shop.control.refunds()).toHaveLength(1)
  })

  it('again with the same out_refund_no and another amount is refused', async () => {
    await shop.refund()
    const answer = await shop.refund({ amount: { refund: 6000, total: 19900, currency: 'CNY' } })
    expect(answer.status).toBe(400)
    expect(answer.json.code).toBe('INVALID_REQUEST')
    expect((await query()).json.amount.refund).toBe(5000)
  })

  it.each<[string, Record<string, unknown>]>([
    ['/out_trade_no', { out_trade_no: undefined }],
    ['/out_trade_no', { transaction_id: '4200000000' }],
    ['/out_refund_no', { out_refund_no: 'R 1' }],
    ['/out_refund_no', { out_refund_no: 'R'.repeat(65) }],
    ['/reason', { reason: '因'.repeat(81) }],
    ['/notify_url', { notify_url: 'http://api.shop.example/r' }],
    ['/funds_account', { funds_account: 'ELSEWHERE' }],
    ['/amount/refund', { amount: { refund: 0, total: 19900, currency: 'CNY' } }],
    ['/amount/total', { amount: { refund: 1, total: 20000, currency: 'CNY' } }],
    ['/amount/currency', { amount: { refund: 1, total: 19900 } }],
    ['/refund', { refund: 1 }],
  ])('names %s in the PARAM_ERROR for %j', async (field, changes) => {
    const answer = await shop.refund(changes)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ code: 'PARAM_ERROR', detail: { field } })
    expect(shop.control.refunds()).toEqual([])
  })

  it('never gives back more than was paid', async () => {
    const tooMuch = await shop.refund({ amount: { refund: 19901, total: 19900, currency: 'CNY' } })
    expect(tooMuch.status).toBe(403)
    expect(tooMuch.json.code).toBe('NOT_ENOUGH')
    await shop.refund({ amount: { refund: 15000, total: 19900, currency: 'CNY' } })
    await shop.control.advance(MINUTE)
    const second = await shop.refund({ out_refund_no: 'REFUND-0002' })
    expect(second.json.code).toBe('NOT_ENOUGH')
  })

  it('a closed refund can be asked for again', async () => {
    await shop.refund({ amount: { refund: 19900, total: 19900, currency: 'CNY' } })
    shop.control.settleRefund('REFUND-0001', 'CLOSED')
    await shop.control.advance(MINUTE)
    const again = await shop.refund({
      out_refund_no: 'REFUND-0002',
      amount: { refund: 19900, total: 19900, currency: 'CNY' },
    })
    expect(again.json.status).toBe('PROCESSING')
  })

  it('two partial refunds of one order are a minute apart', async () => {
    await shop.refund()
    const tooSoon = await shop.refund({ out_refund_no: 'REFUND-0002' })
    expect(tooSoon.status).toBe(429)
    expect(tooSoon.json.code).toBe('FREQUENCY_LIMITED')
    await shop.control.advance(MINUTE)
    expect((await shop.refund({ out_refund_no: 'REFUND-0002' })).status).toBe(200)
  })

  it('an order has at most fifty partial refunds', async () => {
    const partial = (number: number) =>
      shop.refund({ out_refund_no: `REFUND-${number}`, amount: { refund: 1, total: 19900, currency: 'CNY' } })
    for (let number = 1; number <= 50; number++) {
      expect((await partial(number)).status).toBe(200)
      await shop.control.advance(MINUTE)
    }
    expect((await partial(51)).json.code).toBe('INVALID_REQUEST')
  })

  it('an unpaid order, an unknown one and one paid a year ago give nothing back', async () => {
    await shop.order({ out_trade_no: 'ORDER-0002' })
    expect((await shop.refund({ out_trade_no: 'ORDER-0002' })).json.code).toBe('INVALID_REQUEST')
    const unknown = await shop.refund({ out_trade_no: 'ORDER-9999' })
    expect(unknown.status).toBe(404)
    expect(unknown.json.code).toBe('RESOURCE_NOT_EXISTS')
    await shop.control.advance(366 * 24 * 60 * MINUTE)
    expect((await shop.refund()).json.code).toBe('INVALID_REQUEST')
  })

  it('an unknown refund is 404', async () => {
    expect((await query('REFUND-9999')).json.code).toBe('RESOURCE_NOT_EXISTS')
  })
})

describe('a refund that goes wrong', () => {
  it('ends ABNORMAL when scripted, and can be put right afterwards', async () => {
    shop.control.nextRefunds(['ABNORMAL'])
    await shop.refund()
    await shop.control.advance(MINUTE)
    expect((await query()).json.status).toBe('ABNORMAL')
    shop.control.settleRefund('REFUND-0001', 'SUCCESS')
    expect((await query()).json.status).toBe('SUCCESS')
    expect(() => shop.control.settleRefund('REFUND-0001', 'CLOSED')).toThrow('SUCCESS')
  })
})
