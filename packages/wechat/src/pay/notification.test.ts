import { createWechatPay, NotificationError } from '../index'
import { API_V3_KEY, APPID, MCHID, MERCHANT_SERIAL, seal, wechatHeaders } from '../testing/pay-stand-in'
import { merchant, platform, shopOptions } from '../testing/shop'

const now = Date.parse('2026-06-01T04:00:00Z')

const shop = () => createWechatPay({ ...shopOptions, clock: () => now })

const transaction = {
  appid: APPID,
  mchid: MCHID,
  out_trade_no: 'XP20260601-0001',
  transaction_id: '4200000000202606010000000001',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'OTHERS',
  attach: '',
  success_time: '2026-06-01T12:00:00+08:00',
  payer: { openid: 'o-1' },
  amount: { total: 100, payer_total: 100, currency: 'CNY', payer_currency: 'CNY' },
}

function paymentCallback(resource: object = {}, sealed = JSON.stringify(transaction), key = API_V3_KEY) {
  return {
    id: 'EV-2018022511223320873',
    create_time: '2026-06-01T12:00:01+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: { original_type: 'transaction', ...seal(sealed, 'transaction', key), ...resource },
  }
}

/** A callback as WeChat would send it, signed at `now` plus `skew` seconds. */
function delivered(callback: object | string, { by = platform, skew = 0 } = {}) {
  const rawBody = typeof callback === 'string' ? callback : JSON.stringify(callback)
  return { headers: wechatHeaders(by, rawBody, now / 1000 + skew) as Record<string, string>, rawBody }
}

const reasonFor = (received: Parameters<ReturnType<typeof shop>['parseNotification']>[0], client = shop()) =>
  client.parseNotification(received).then(
    () => 'accepted',
    (error: unknown) => (error instanceof NotificationError ? error.reason : Promise.reject(error)),
  )

describe('a callback from WeChat Pay', () => {
  test('about a payment is opened and typed', async () => {
    await expect(shop().parseNotification(delivered(paymentCallback()))).resolves.toEqual({
      id: 'EV-2018022511223320873',
      createTime: '2026-06-01T12:00:01+08:00',
      eventType: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      kind: 'transaction',
      resource: expect.objectContaining({
        outTradeNo: 'XP20260601-0001',
        tradeState: 'SUCCESS',
        mchid: MCHID,
        appid: APPID,
        amount: { totalFen: 100, payerTotalFen: 100, currency: 'CNY' },
      }),
    })
  })

  test('about a refund is opened and typed', async () => {
    const refund = {
      mchid: MCHID,
      transaction_id: transaction.transaction_id,
      out_trade_no: 'XP20260601-0001',
      refund_id: '503',
      out_refund_no: 'R-1',
      refund_status: 'ABNORMAL',
      user_received_account: '招商银行信用卡0403',
      amount: { total: 999, refund: 999, payer_total: 999, payer_refund: 999 },
    }
    const resource = { original_type: 'refund', ...seal(JSON.stringify(refund), 'refund') }
    const callback = { ...paymentCallback(resource), event_type: 'REFUND.ABNORMAL' }
    await expect(shop().parseNotification(delivered(callback))).resolves.toMatchObject({
      eventType: 'REFUND.ABNORMAL',
      kind: 'refund',
      resource: {
        mchid: MCHID,
        refundId: '503',
        outRefundNo: 'R-1',
        status: 'ABNORMAL',
        amount: { totalFen: 999, refundFen: 999, payerTotalFen: 999, payerRefundFen: 999 },
      },
    })
  })

  test('is read from bytes, from Headers and from header names in any case', async () => {
    const { headers, rawBody } = delivered(paymentCallback())
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))
    for (const form of [headers, new Headers(headers), shouted]) {
      await expect(reasonFor({ headers: form, rawBody: Buffer.from(rawBody) })).resolves.toBe('accepted')
    }
  })

  test('is accepted up to five minutes old, 299 s ahead too', async () => {
    await expect(reasonFor(delivered(paymentCallback(), { skew: -299 }))).resolves.toBe('accepted')
    await expect(reasonFor(delivered(paymentCallback(), { skew: 299 }))).resolves.toBe('accepted')
  })
})

describe('a callback that must change nothing', () => {
  test.each([-300, 300, -86_400])('is stale when its timestamp is %d s off', async (skew) => {
    await expect(reasonFor(delivered(paymentCallback(), { skew }))).resolves.toBe('stale')
  })

  test('is forged by someone with another key', async () => {
    await expect(reasonFor(delivered(paymentCallback(), { by: { ...platform, keys: merchant } }))).resolves.toBe(
      'signature',
    )
  })

  test('had its amount changed on the way', async () => {
    const { headers, rawBody } = delivered(paymentCallback())
    await expect(reasonFor({ headers, rawBody: rawBody.replace('支付成功', '支付失败') })).resolves.toBe('signature')
  })

  test('was parsed and serialised again by the server', async () => {
    const { headers, rawBody } = delivered(JSON.stringify(paymentCallback(), null, 1))
    await expect(reasonFor({ headers, rawBody: JSON.stringify(JSON.parse(rawBody)) })).resolves.toBe('signature')
  })

  test('bears the headers of another, older callback', async () => {
    const { headers } = delivered(paymentCallback())
    const { rawBody } = delivered(paymentCallback())
    await expect(reasonFor({ headers, rawBody })).resolves.toBe('signature')
  })

  test('has a newer timestamp put into an old signature', async () => {
    const { headers, rawBody } = delivered(paymentCallback(), { skew: -400 })
    const refreshed = { ...headers, 'wechatpay-timestamp': String(now / 1000) }
    await expect(reasonFor({ headers: refreshed, rawBody })).resolves.toBe('signature')
  })

  test.each(['PUB_KEY_ID_OTHER', MERCHANT_SERIAL])('is signed with a key we do not have: %s', async (serial) => {
    await expect(reasonFor(delivered(paymentCallback(), { by: { ...platform, serial } }))).resolves.toBe(
      'unknown-serial',
    )
  })

  test('is WeChat’s probe, even around a right signature', async () => {
    const { headers, rawBody } = delivered(paymentCallback())
    const signature = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`
    await expect(reasonFor({ headers: { ...headers, 'wechatpay-signature': signature }, rawBody })).resolves.toBe(
      'probe',
    )
  })

  test.each(['signature', 'timestamp', 'nonce', 'serial'])('lacks its %s, or has it twice', async (name) => {
    const { headers, rawBody } = delivered(paymentCallback())
    const header = `wechatpay-${name}`
    for (const value of [undefined, '', [headers[header] ?? '', 'x']]) {
      await expect(reasonFor({ headers: { ...headers, [header]: value }, rawBody })).resolves.toBe('malformed')
    }
  })

  test.each(['now', '1e3', '-1', '0x10', '99999999999999999999'])('has the timestamp %s', async (timestamp) => {
    const { headers, rawBody } = delivered(paymentCallback())
    await expect(reasonFor({ headers: { ...headers, 'wechatpay-timestamp': timestamp }, rawBody })).resolves.toBe(
      'malformed',
    )
  })

  test('is sealed for another merchant', async () => {
    const callback = paymentCallback({}, '{}', 'another-api-v3-key-for-tests-32b')
    await expect(reasonFor(delivered(callback))).resolves.toBe('decrypt')
  })

  test.each([
    ['ciphertext', 0],
    ['tag', -1],
  ])('has one bit changed in its %s, although it is signed', async (_part, at) => {
    const callback = paymentCallback()
    const bytes = Buffer.from(callback.resource.ciphertext, 'base64')
    const index = at < 0 ? bytes.length - 1 : at
    bytes[index] = bytes[index]! ^ 1
    callback.resource.ciphertext = bytes.toString('base64')
    await expect(reasonFor(delivered(callback))).resolves.toBe('decrypt')
  })

  test('has other associated data than it was sealed with', async () => {
    await expect(reasonFor(delivered(paymentCallback({ associated_data: 'refund' })))).resolves.toBe('decrypt')
  })

  test.each<[string, object | string]>([
    ['no JSON', 'paid!'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['no resource', { id: '1', event_type: 'TRANSACTION.SUCCESS' }],
    ['no id', { ...paymentCallback(), id: undefined }],
    ['another algorithm', paymentCallback({ algorithm: 'AES_128' })],
    ['a type nobody handles', paymentCallback({ original_type: 'coupon' })],
    ['a ciphertext that is a number', paymentCallback({ ciphertext: 7 })],
    ['something else than a transaction inside', paymentCallback({}, '{"hello":1}')],
    ['no JSON inside', paymentCallback({}, 'hello')],
    ['an amount in yuan inside', paymentCallback({}, JSON.stringify({ ...transaction, amount: { total: 1.5 } }))],
    ['300 kB', `"${'x'.repeat(300 * 1024)}"`],
  ])('is %s, although it is signed', async (_what, callback) => {
    await expect(reasonFor(delivered(callback))).resolves.toBe('malformed')
  })
})
