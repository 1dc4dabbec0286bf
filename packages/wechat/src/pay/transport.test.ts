import { createWechatPay, type WechatPayOptions } from '../index'
import { generateKeys } from '../testing/keys'
import { type PayStandIn, startPayStandIn } from '../testing/pay-stand-in'
import { failure, merchant, order, paid, platform, shopOptions } from '../testing/shop'

let wechat: PayStandIn

beforeEach(async () => {
  wechat = await startPayStandIn(merchant, platform)
})
afterEach(() => wechat.close())

const shop = (options?: Partial<WechatPayOptions>) =>
  createWechatPay({ ...shopOptions, baseUrl: wechat.url, ...options })

describe('a refusal by WeChat Pay', () => {
  test('keeps code, status, Request-ID, its subcode and the field at fault', async () => {
    const detail = { field: '/payer/openid', issue: 'no such user', location: 'body' }
    const body = { code: 'PARAM_ERROR', message: '参数错误', detail }
    wechat.answer({ status: 400, body, signature: 'none', requestId: '08F7D5E3-268501013' })
    const error = await failure(shop().createPrepay(order))
    expect(error).toMatchObject({
      code: 'PARAM_ERROR',
      httpStatus: 400,
      requestId: '08F7D5E3-268501013',
      subcode: '268501013',
      detail,
      retryable: false,
      operation: 'POST /v3/pay/transactions/jsapi',
    })
    expect(error.message).toContain('08F7D5E3-268501013')
  })

  test('of a wrong merchant key is 401 SIGN_ERROR, not to be tried again', async () => {
    wechat.answer({ body: { prepay_id: 'never' } })
    const call = shop({ merchantPrivateKey: generateKeys().privatePem }).createPrepay(order)
    await expect(failure(call)).resolves.toMatchObject({
      code: 'SIGN_ERROR',
      httpStatus: 401,
      subcode: '268443699',
      retryable: false,
    })
    expect(wechat.received).toHaveLength(1)
  })

  test('for haste is retryable later, but not at once', async () => {
    wechat.answer({ status: 429, body: { code: 'FREQUENCY_LIMITED', message: '频率超限' } })
    await expect(failure(shop().createPrepay(order))).resolves.toMatchObject({
      code: 'FREQUENCY_LIMITED',
      retryable: true,
    })
    expect(wechat.received).toHaveLength(1)
  })
})

describe('WeChat Pay in trouble', () => {
  const trouble = { status: 500, body: { code: 'SYSTEM_ERROR', message: '系统异常' } }

  test('once does not trouble the shopper: the order is sent again, newly signed', async () => {
    wechat.answer(trouble, { body: { prepay_id: 'wx1' } })
    await expect(shop().createPrepay(order)).resolves.toEqual({ prepayId: 'wx1' })
    const [first, second] = wechat.received
    expect(second?.body).toBe(first?.body)
    expect(second?.headers.authorization).not.toBe(first?.headers.authorization)
  })

  test('twice is an error that may be tried later', async () => {
    wechat.answer(trouble)
    await expect(failure(shop().createPrepay(order))).resolves.toMatchObject({ code: 'SYSTEM_ERROR', retryable: true })
    expect(wechat.received).toHaveLength(2)
  })

  test('never makes the client repeat a refund by itself', async () => {
    wechat.answer(trouble)
    const refund = { outRefundNo: 'XP-R1', payment: { outTradeNo: order.outTradeNo }, refundFen: 1, totalFen: 2 }
    await expect(failure(shop().refund(refund))).resolves.toMatchObject({ code: 'SYSTEM_ERROR', retryable: true })
    expect(wechat.received).toHaveLength(1)
  })

  test('and answering with a page of HTML is an error with the status', async () => {
    wechat.answer({ status: 502, body: '<html>Bad Gateway</html>', signature: 'none' })
    await expect(failure(shop().queryByOutTradeNo(order.outTradeNo))).resolves.toMatchObject({
      code: 'HTTP_ERROR',
      httpStatus: 502,
      retryable: true,
    })
  })

  test('and silent is a time-out', async () => {
    wechat.answer({ silent: true })
    const call = shop({ timeoutMs: 150 }).createPrepay(order)
    await expect(failure(call)).resolves.toMatchObject({ code: 'TIMEOUT', retryable: true, httpStatus: undefined })
    expect(wechat.received).toHaveLength(1)
  })

  test('and hanging up is a network error, after a second try', async () => {
    wechat.answer({ hangUp: true })
    await expect(failure(shop().close(order.outTradeNo))).resolves.toMatchObject({ code: 'NETWORK', retryable: true })
  })
})

describe('an answer that cannot be trusted is refused', () => {
  const body = { prepay_id: 'forged' }

  test.each([
    ['a wrong signature', { body, signature: 'wrong' }, 'signature'],
    ['no signature', { body, signature: 'none' }, 'missing-headers'],
    ['a body changed on the way', { body, tamperedBody: '{"prepay_id":"other"}' }, 'signature'],
    ['a space added to the body', { body, tamperedBody: '{ "prepay_id":"forged"}' }, 'signature'],
    ['a timestamp 301 s old', { body, skew: -301 }, 'stale'],
    ['a timestamp 301 s ahead', { body, skew: 301 }, 'stale'],
    ['an unknown key', { body, by: { serial: 'PUB_KEY_ID_OTHER', keys: platform.keys } }, 'unknown-serial'],
    ['a stranger’s key under a known id', { body, by: { serial: platform.serial, keys: merchant } }, 'signature'],
  ] as const)('%s', async (_what, answer, problem) => {
    wechat.answer(answer)
    const error = await failure(shop().createPrepay(order))
    expect(error).toMatchObject({ code: 'ANSWER_UNVERIFIED', httpStatus: 200, detail: { problem }, retryable: false })
  })

  test('an empty 204 too: an unsigned close did not happen for us', async () => {
    wechat.answer({ status: 204, signature: 'wrong' })
    await expect(failure(shop().close(order.outTradeNo))).resolves.toMatchObject({ code: 'ANSWER_UNVERIFIED' })
  })

  test('WeChat’s own probe, and the call is made once more', async () => {
    wechat.answer({ body, signature: 'probe' }, { body: { prepay_id: 'wx1' } })
    await expect(shop().createPrepay(order)).resolves.toEqual({ prepayId: 'wx1' })
  })

  test.each(['{}', '[]', '{"prepay_id":7}', 'prepay_id=1'])(
    'a genuine answer that is not what was promised: %s',
    async (odd) => {
      wechat.answer({ body: odd })
      await expect(failure(shop().createPrepay(order))).resolves.toMatchObject({
        code: 'ANSWER_MALFORMED',
        retryable: false,
      })
    },
  )

  test('a genuine answer about another order', async () => {
    wechat.answer({ body: { ...paid, out_trade_no: 'SOMEONE-ELSES' } })
    await expect(failure(shop().queryByOutTradeNo(order.outTradeNo))).resolves.toMatchObject({
      code: 'ANSWER_MALFORMED',
    })
  })
})
