import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import { createWechatPay, type WechatPayOptions } from '../index'
import { APPID, MCHID, type PayStandIn, startPayStandIn } from '../testing/pay-stand-in'
import { accepted, failure, merchant, order, paid, platform, shopOptions } from '../testing/shop'

let wechat: PayStandIn

beforeEach(async () => {
  wechat = await startPayStandIn(merchant, platform)
})
afterEach(() => wechat.close())

const shop = (options?: Partial<WechatPayOptions>) =>
  createWechatPay({ ...shopOptions, baseUrl: wechat.url, ...options })

describe('a payment order', () => {
  test('is signed, sent in Chinese, and answered with a prepay id', async () => {
    wechat.answer({ body: { prepay_id: 'wx26112221580621e9b071c00d9e093b0000' } })
    await expect(shop().createPrepay({ ...order, attach: 'a', payerIp: '1.2.3.4' })).resolves.toEqual({
      prepayId: 'wx26112221580621e9b071c00d9e093b0000',
    })
    const [request] = wechat.received
    expect(request).toMatchObject({ method: 'POST', url: '/v3/pay/transactions/jsapi' })
    expect(request?.headers).toMatchObject({ 'wechatpay-serial': platform.serial, accept: 'application/json' })
    expect(request?.headers['user-agent']).toMatch(/xiaopu/)
    expect(JSON.parse(request?.body ?? '')).toEqual({
      appid: APPID,
      mchid: MCHID,
      description: '龙井茶 🍵',
      out_trade_no: 'XP20260601-0001',
      time_expire: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
      attach: 'a',
      notify_url: 'https://shop.example/wechat/pay',
      amount: { total: 12_800, currency: 'CNY' },
      payer: { openid: order.openid },
      scene_info: { payer_client_ip: '1.2.3.4' },
    })
  })

  test('gives the app parameters whose signature the independent implementation accepts', () => {
    const params = shop({ clock: () => 1_780_000_000_999 }).paymentParams('wx201410272009395522657a690389285100')
    expect(params).toEqual({
      timeStamp: '1780000000',
      nonceStr: expect.stringMatching(/^.{32}$/),
      package: 'prepay_id=wx201410272009395522657a690389285100',
      signType: 'RSA',
      paySign: expect.any(String),
    })
    const message = Formatter.joinedByLineFeed(APPID, params.timeStamp, params.nonceStr, params.package)
    expect(Rsa.verify(message, params.paySign, merchant.publicKey)).toBe(true)
  })
})

describe('asking for a payment', () => {
  test('that is made tells amount, payer and time', async () => {
    wechat.answer({ body: paid })
    await expect(shop().queryByOutTradeNo(order.outTradeNo)).resolves.toStrictEqual({
      appid: APPID,
      mchid: MCHID,
      outTradeNo: order.outTradeNo,
      transactionId: paid.transaction_id,
      tradeType: 'JSAPI',
      tradeState: 'SUCCESS',
      tradeStateDescription: '支付成功',
      bankType: 'OTHERS',
      successTime: '2026-06-01T12:00:00+08:00',
      payer: { openid: order.openid },
      amount: { totalFen: 12_800, payerTotalFen: 12_000, currency: 'CNY' },
    })
    expect(wechat.received[0]?.url).toBe(`/v3/pay/transactions/out-trade-no/${order.outTradeNo}?mchid=${MCHID}`)
  })

  test('that is not made yet has no transaction id', async () => {
    const { appid, mchid, out_trade_no } = paid
    wechat.answer({
      body: { appid, mchid, out_trade_no, trade_state: 'NOTPAY', trade_state_desc: '订单未支付', amount: { total: 1 } },
    })
    const transaction = await shop().queryByOutTradeNo(order.outTradeNo)
    expect(transaction).toMatchObject({ tradeState: 'NOTPAY', amount: { totalFen: 1, currency: 'CNY' } })
    expect(transaction).not.toHaveProperty('transactionId')
  })

  test('that WeChat does not know is undefined', async () => {
    wechat.answer({ status: 404, body: { code: 'ORDER_NOT_EXIST', message: '订单不存在' } })
    await expect(shop().queryByOutTradeNo(order.outTradeNo)).resolves.toBeUndefined()
  })

  test('with | and * in its number is signed as it is sent', async () => {
    wechat.answer({ body: { ...paid, out_trade_no: 'a|b*c-d_e' } })
    await expect(shop().queryByOutTradeNo('a|b*c-d_e')).resolves.toMatchObject({ outTradeNo: 'a|b*c-d_e' })
  })

  test.each([
    ['a state nobody knows', { trade_state: 'MAYBE' }],
    ['an amount in yuan', { amount: { total: 128.5 } }],
    ['an amount as text', { amount: { total: '12800' } }],
  ])('%s is refused rather than guessed at', async (_what, odd) => {
    wechat.answer({ body: { ...paid, ...odd } })
    await expect(failure(shop().queryByOutTradeNo(order.outTradeNo))).resolves.toMatchObject({
      code: 'ANSWER_MALFORMED',
    })
  })
})

describe('closing a payment', () => {
  test('is a verified 204', async () => {
    wechat.answer({ status: 204 })
    await expect(shop().close(order.outTradeNo)).resolves.toBe('closed')
    expect(wechat.received[0]).toMatchObject({ method: 'POST', body: `{"mchid":"${MCHID}"}` })
  })

  test.each([
    ['ORDER_PAID', 'paid'],
    ['ORDERPAID', 'paid'],
    ['ORDER_CLOSED', 'closed'],
    ['ORDER_NOT_EXIST', 'unknown-order'],
  ])('refused with %s ends as %s', async (code, outcome) => {
    wechat.answer({ status: 400, body: { code, message: '…' } })
    await expect(shop().close(order.outTradeNo)).resolves.toBe(outcome)
  })

  test('refused for another reason is an error', async () => {
    wechat.answer({ status: 403, body: { code: 'TRADE_ERROR', message: '…' } })
    await expect(failure(shop().close(order.outTradeNo))).resolves.toMatchObject({ code: 'TRADE_ERROR' })
  })
})

describe('a refund', () => {
  const request = {
    outRefundNo: accepted.out_refund_no,
    payment: { outTradeNo: order.outTradeNo },
    refundFen: 100,
    totalFen: 12_800,
  }
  const refund = {
    refundId: accepted.refund_id,
    outRefundNo: accepted.out_refund_no,
    transactionId: paid.transaction_id,
    outTradeNo: order.outTradeNo,
    channel: 'ORIGINAL',
    userReceivedAccount: '招商银行信用卡0403',
    createTime: '2026-06-02T12:00:00+08:00',
    status: 'PROCESSING',
    amount: { totalFen: 12_800, refundFen: 100, payerTotalFen: 12_800, payerRefundFen: 100 },
  }

  test('is accepted, not yet done', async () => {
    wechat.answer({ body: accepted })
    const asked = { ...request, reason: '不想要了', notifyUrl: 'https://shop.example/wechat/refund' }
    await expect(shop().refund(asked)).resolves.toStrictEqual(refund)
    expect(JSON.parse(wechat.received[0]?.body ?? '')).toEqual({
      out_trade_no: order.outTradeNo,
      out_refund_no: accepted.out_refund_no,
      reason: '不想要了',
      notify_url: 'https://shop.example/wechat/refund',
      amount: { refund: 100, total: 12_800, currency: 'CNY' },
    })
  })

  test('can name the payment by WeChat’s number', async () => {
    wechat.answer({ body: accepted })
    await shop().refund({ ...request, payment: { transactionId: paid.transaction_id } })
    expect(JSON.parse(wechat.received[0]?.body ?? '')).toMatchObject({ transaction_id: paid.transaction_id })
  })

  test('can be asked for, and is undefined when WeChat never had it', async () => {
    wechat.answer(
      { body: { ...accepted, status: 'SUCCESS', success_time: '2026-06-02T12:01:00+08:00' } },
      { status: 404, body: { code: 'RESOURCE_NOT_EXISTS', message: '退款单不存在' } },
    )
    const status = { status: 'SUCCESS', successTime: '2026-06-02T12:01:00+08:00' }
    await expect(shop().queryRefund(request.outRefundNo)).resolves.toStrictEqual({ ...refund, ...status })
    await expect(shop().queryRefund(request.outRefundNo)).resolves.toBeUndefined()
  })

  test('without enough money in the account is an error with WeChat’s code', async () => {
    wechat.answer({ status: 403, body: { code: 'NOT_ENOUGH', message: '基本账户余额不足' } })
    await expect(failure(shop().refund(request))).resolves.toMatchObject({ code: 'NOT_ENOUGH', retryable: false })
  })
})
