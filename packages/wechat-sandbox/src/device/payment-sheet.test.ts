import { APPID, paymentParameters, rsaSign } from '../test-side/merchant'
import { NOON, OTHER_SHOPPER, SHOPPER, Shop } from '../test-side/shop'

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open()
})
afterEach(() => shop.close())

const HOUR = 3_600_000
const preview = async (request: unknown) => (await shop.post('/device/payments/preview', request)).json
const pay = async (request: object, password = '123456') =>
  (await shop.post('/device/payments/pay', { ...request, password })).json
const tradeState = async () => (await shop.query()).json.trade_state
const failed = (reason: string) => ({ result: 'failed', reason, errMsg: `requestPayment:fail ${reason}` })

describe('the payment sheet', () => {
  it('shows whom one pays, for what and how much', async () => {
    expect(await preview(await shop.paymentRequest())).toEqual({
      result: 'sheet',
      sheet: {
        merchantName: '拾物小铺',
        description: '拾物小铺-亚麻围裙 等2件',
        total: 19900,
        currency: 'CNY',
        outTradeNo: 'ORDER-0001',
        payerName: '林小满',
      },
    })
  })

  it.each<[string, Record<string, unknown>]>([
    ['支付验证签名失败', { paySign: rsaSign('something else') }],
    ['支付验证签名失败', { timeStamp: String(NOON / 1000 + 1) }],
    ['支付验证签名失败', { nonceStr: 'another' }],
    ['支付签名方式错误：signType 应为 RSA', { signType: 'MD5' }],
    ['支付参数错误：timeStamp 应为秒级时间戳', { timeStamp: String(NOON) }],
    ['parameter error: parameter.timeStamp should be String', { timeStamp: NOON / 1000 }],
    ['支付参数错误：nonceStr 超过 32 个字符', { nonceStr: 'n'.repeat(33) }],
    ['支付参数错误：package 应为 prepay_id=…', { package: 'wx123' }],
    ['调用支付JSAPI缺少参数：package', { package: '' }],
    ['调用支付JSAPI缺少参数：paySign', { paySign: undefined }],
    ['appid 不存在', { appid: 'wx0' }],
    ['没有这个人', { person: 'nobody' }],
  ])('does not open: %s', async (reason, changes) => {
    expect(await preview(await shop.paymentRequest(SHOPPER, changes))).toEqual(failed(reason))
  })

  it('does not open for a prepay_id WeChat never gave', async () => {
    const request = { appid: APPID, person: SHOPPER, ...paymentParameters('wx0000', NOON) }
    expect(await preview(request)).toEqual(failed('商家订单信息有误，请重新下单支付'))
  })

  it('does not open for a prepay_id of two hours ago, but does for a fresh one of the same order', async () => {
    const { json } = await shop.order()
    await shop.control.advance(2 * HOUR)
    const old = { appid: APPID, person: SHOPPER, ...paymentParameters(json.prepay_id, shop.control.now()) }
    expect(await preview(old)).toEqual(failed('预支付交易会话已过期，请重新下单'))
    expect((await preview(await shop.paymentRequest())).result).toBe('sheet')
  })

  it('does not open for parameters signed too long ago or ahead of time', async () => {
    const { json } = await shop.order()
    const signedAt = (time: number) => ({ appid: APPID, person: SHOPPER, ...paymentParameters(json.prepay_id, time) })
    expect(await preview(signedAt(NOON - 2 * HOUR - 1_000))).toEqual(failed('支付参数已过期'))
    expect(await preview(signedAt(NOON + 301_000))).toEqual(failed('支付参数已过期'))
  })

  it('does not open on the phone of someone else than ordered', async () => {
    const reason = '下单账号与支付账号不一致，请核实后再支付'
    expect(await preview(await shop.paymentRequest(OTHER_SHOPPER))).toEqual(failed(reason))
    expect(await pay(await shop.paymentRequest(OTHER_SHOPPER))).toEqual(failed(reason))
    expect(await tradeState()).toBe('NOTPAY')
  })

  it('does not open for an order that is closed, expired or paid', async () => {
    const request = await shop.paymentRequest()
    await shop.closeOrder()
    expect(await preview(request)).toEqual(failed('该订单已关闭'))
    const expiring = await shop.order({ out_trade_no: 'ORDER-0002', time_expire: '2026-03-01T12:10:00+08:00' })
    await shop.control.advance(10 * 60_000)
    const late = { appid: APPID, person: SHOPPER, ...paymentParameters(expiring.json.prepay_id, shop.control.now()) }
    expect(await preview(late)).toEqual(failed('该订单已过期，请重新下单'))
  })
})

describe('typing the password', () => {
  it('pays: the order is SUCCESS and the shop is told', async () => {
    expect(await pay(await shop.paymentRequest())).toEqual({ result: 'ok', errMsg: 'requestPayment:ok' })
    await shop.control.whenIdle()
    expect(await tradeState()).toBe('SUCCESS')
    expect(shop.door.received).toHaveLength(1)
    expect(shop.control.payments()).toMatchObject([{ by: SHOPPER, outcome: 'paid', outTradeNo: 'ORDER-0001' }])
  })

  it('twice does not pay twice', async () => {
    const request = await shop.paymentRequest()
    await pay(request)
    expect(await pay(request)).toEqual(failed('该订单已支付'))
    await shop.control.whenIdle()
    expect(shop.door.received).toHaveLength(1)
  })

  it('wrongly may be repeated, four times', async () => {
    const request = await shop.paymentRequest()
    for (const attemptsLeft of [4, 3, 2, 1])
      expect(await pay(request, '000000')).toEqual({ result: 'wrong-password', attemptsLeft })
    expect((await pay(request)).result).toBe('ok')
  })

  it('wrongly five times locks the wallet for three hours', async () => {
    const request = await shop.paymentRequest()
    for (let wrong = 1; wrong <= 4; wrong++) await pay(request, '')
    expect(await pay(request, '000000')).toEqual({ result: 'locked', lockedUntil: '2026-03-01T07:00:00.000Z' })
    expect((await pay(request)).result).toBe('locked')
    expect(await tradeState()).toBe('NOTPAY')
    await shop.control.advance(3 * HOUR)
    expect((await pay(await shop.paymentRequest())).result).toBe('ok')
  })
})

describe('a payment that does not end well', () => {
  it('cancelled by the shopper leaves the order unpaid and payable', async () => {
    const request = await shop.paymentRequest()
    const { json } = await shop.post('/device/payments/cancel', request)
    expect(json).toEqual({ result: 'cancelled', errMsg: 'requestPayment:fail cancel' })
    expect(await tradeState()).toBe('NOTPAY')
    expect((await pay(request)).result).toBe('ok')
  })

  it('cancelled from outside: the open sheet answers cancel, a newly opened one pays', async () => {
    const request = await shop.paymentRequest()
    await preview(request)
    shop.control.cancel('ORDER-0001')
    expect((await pay(request)).errMsg).toBe('requestPayment:fail cancel')
    shop.control.cancel('ORDER-0001')
    await preview(request)
    expect((await pay(request)).result).toBe('ok')
  })

  it('the phone says fail or cancel although the money moved', async () => {
    shop.control.nextPayments([{ say: 'fail', charged: true }])
    expect((await pay(await shop.paymentRequest())).errMsg).toMatch(/^requestPayment:fail /)
    expect(await tradeState()).toBe('SUCCESS')
  })

  it('the phone says ok although no money moved', async () => {
    shop.control.nextPayments([{ say: 'ok', charged: false }])
    expect((await pay(await shop.paymentRequest())).result).toBe('ok')
    expect(await tradeState()).toBe('NOTPAY')
    expect(shop.control.payments()).toEqual([])
  })

  it('a body that is not an object is refused', async () => {
    expect((await shop.post('/device/payments/pay')).status).toBe(400)
  })
})
