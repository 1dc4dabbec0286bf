import { createDecipheriv, createHash } from 'node:crypto'
import { APPID, MCHID, SECRET } from '../test-side/merchant'
import { NOON, OPENID, SHOPPER, Shop } from '../test-side/shop'

const PUSH = { url: 'https://api.shop.example/push', token: 'aToken', encodingAesKey: `${'k'.repeat(42)}A` }

let shop: Shop
beforeEach(async () => {
  shop = await Shop.open({ messagePush: PUSH })
})
afterEach(() => shop.close())

/** As a merchant's server would read it. */
function opened({ path, body }: { path: string; body: string }) {
  const query = new URL(path, PUSH.url).searchParams
  const { Encrypt } = JSON.parse(body)
  const parts = [PUSH.token, query.get('timestamp')!, query.get('nonce')!, Encrypt]
  expect(query.get('msg_signature')).toBe(createHash('sha1').update(parts.sort().join('')).digest('hex'))
  const key = Buffer.from(`${PUSH.encodingAesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(Encrypt, 'base64'), decipher.final()])
  const end = plain.length - plain.at(-1)!
  const length = plain.readUInt32BE(16)
  expect(plain.subarray(20 + length, end).toString()).toBe(APPID)
  return JSON.parse(plain.subarray(20, 20 + length).toString())
}

async function check(changes: object = {}) {
  const grant = { grant_type: 'client_credential', appid: APPID, secret: SECRET }
  const token = (await shop.post('/cgi-bin/stable_token', grant)).json.access_token
  const picture = { media_url: 'https://shop.example/a.webp', media_type: 2, version: 2, scene: 1, openid: OPENID }
  return (await shop.post(`/wxa/media_check_async?access_token=${token}`, { ...picture, ...changes })).json
}

it('what a person takes back is pushed, sealed, until it is taken', async () => {
  shop.door.answerNext(500, 200)
  shop.control.revoke(SHOPPER, ['8'])
  await shop.control.whenIdle()
  expect(shop.control.pushes()).toMatchObject([{ taken: false, attempts: [{ status: 500 }] }])
  await shop.control.advance(5_000)
  expect(shop.control.pushes()).toMatchObject([{ taken: true }])
  const [first, second] = shop.door.received
  expect(opened(first!)).toMatchObject({ Event: 'user_authorization_revoke', OpenID: OPENID, RevokeInfo: '8' })
  expect(opened(second!)).toEqual(opened(first!))
  expect(second!.body).not.toBe(first!.body)
})

it('and after three more times nobody is told any more', async () => {
  shop.door.answerNext(500, 500, 500, 500)
  shop.control.revoke(SHOPPER, 'cancellation')
  await shop.control.advance(60_000)
  expect(shop.control.pushes()[0]!.attempts).toHaveLength(4)
})

it('a picture is looked at, and what comes of it is pushed under its number', async () => {
  shop.door.answerNext(200)
  shop.control.nextMediaChecks(['risky'])
  const { errcode, trace_id } = await check()
  expect([errcode, shop.door.received]).toEqual([0, []])
  await shop.control.advance(2_000)
  expect(opened(shop.door.received[0]!)).toMatchObject({
    ...{ Event: 'wxa_media_check', trace_id, result: { suggest: 'risky' } },
  })
})

it.each([
  [47001, { version: 1 }],
  [44002, { media_url: 'no address' }],
  [40129, { scene: 9 }],
  [40003, { openid: 'somebody' }],
])('answers %i to %j', async (errcode, changes) => {
  expect(await check(changes)).toMatchObject({ errcode })
})

it('nobody who is nobody takes anything back', () => {
  expect(() => shop.control.revoke('nobody', ['8'])).toThrow('no such person')
})

describe('an order that is sent and received', () => {
  const settlements = () => shop.door.received.map(opened)
  async function sent() {
    const grant = { grant_type: 'client_credential', appid: APPID, secret: SECRET }
    const token = (await shop.post('/cgi-bin/stable_token', grant)).json.access_token
    await shop.paidOrder()
    // The callback of the payment.
    shop.door.received.length = 0
    shop.door.answerNext(200, 200)
    await shop.post(`/wxa/sec/order/upload_shipping_info?access_token=${token}`, {
      order_key: { order_number_type: 1, mchid: MCHID, out_trade_no: 'ORDER-0001' },
      ...{ logistics_type: 2, delivery_mode: 1, shipping_list: [{ item_desc: '纸灯' }] },
      ...{ upload_time: '2026-03-01T12:00:00.000+08:00', payer: { openid: OPENID } },
    })
    await shop.control.whenIdle()
  }

  it('is told of when all of it was sent, and when it was received: once, whoever said so and how often', async () => {
    await sent()
    const payment = { merchant_id: MCHID, merchant_trade_no: 'ORDER-0001', transaction_id: expect.any(String) }
    expect(settlements()).toEqual([
      expect.objectContaining({ ...payment, estimated_settlement_time: NOON / 1000 + 864_000 }),
    ])
    expect(settlements()[0]).not.toHaveProperty('confirm_receive_time')
    shop.control.receive('ORDER-0001', 'wechat')
    shop.control.receive('ORDER-0001')
    await shop.control.whenIdle()
    expect(settlements()[1]).toMatchObject({ ...payment, confirm_receive_method: 1, confirm_receive_time: NOON / 1000 })
    expect(settlements()).toHaveLength(2)
  })

  it('can be received without anybody being told', async () => {
    await sent()
    shop.control.losePushes()
    shop.control.receive('ORDER-0001')
    await shop.control.advance(60_000)
    expect([settlements().length, shop.control.pushes().at(-1)!.attempts]).toEqual([1, []])
  })
})
