import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gatewayDesk } from './gateway-desk'
import { createShelf } from './shelf'
import { createShopApi } from './shop-api'

const TOKEN = 'the-owner-token'
const ORDER = {
  ...{ delivery: { kind: 'parcel' }, remark: '', cancelReason: null, reminder: null },
  ...{ refunded: 0, refunds: [], refundable: null },
  ...{ id: 'o/1', number: 'XP1', status: 'paid', placedAt: '2026-11-22T08:00:00.000Z', paymentStatus: 'paid' },
  ...{
    amounts: { total: 429_00 },
    shipments: [],
    lines: [{ skuId: 's1', name: '街角咖啡椅', options: ['芥末黄'], quantity: 1 }],
  },
}

interface Asked {
  method: string | undefined
  url: string | undefined
  authorization: string | undefined
  key: unknown
  body: unknown
}

let gateway: Server
let url: string
let asked: Asked[]
/** What the gateway answers next. */
let answer: { status: number; body: string }
beforeAll(async () => {
  gateway = createServer(async (request: IncomingMessage, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method, url, headers } = request
    asked.push({
      method,
      url,
      authorization: headers.authorization,
      key: headers['idempotency-key'],
      body: body ? JSON.parse(body) : undefined,
    })
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => gateway.close(resolve)))
beforeEach(() => {
  asked = []
  answer = { status: 204, body: '' }
})

const desk = () => gatewayDesk(createShopApi(url, TOKEN), url)
const gatewaySays = (status: number, body: unknown) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

test('what the gateway refuses is refused by its code, with the field that was wrong', async () => {
  gatewaySays(409, { code: 'order_not_paid', title: 'Conflict' })
  await expect(desk().ship('o', { carrier: '顺丰速运', trackingNumber: 'SF1234' })).rejects.toMatchObject({
    code: 'order_not_paid',
    status: 409,
  })
  gatewaySays(400, { code: 'validation_failed', fields: [{ path: 'onHand', message: 'too big' }] })
  await expect(desk().setStock('LAMP', 9e9)).rejects.toMatchObject({ message: 'onHand: too big' })
})

test('an answer that is none of the gateway’s, and none at all, are told as what they are', async () => {
  gatewaySays(502, '<h1>Bad Gateway</h1>')
  await expect(desk().orders()).rejects.toMatchObject({ code: 'internal', status: 502 })
  const nobody = gatewayDesk(createShopApi('http://127.0.0.1:1', TOKEN), 'http://127.0.0.1:1')
  await expect(nobody.orders()).rejects.toMatchObject({ code: 'desk_unavailable' })
})

test('a refund goes with the key of the wish, so that a repeat of it is the same refund', async () => {
  gatewaySays(201, {})
  const part = { amount: 39_00, lines: [{ skuId: 's1', quantity: 1 }], restock: true, reason: '少发一件' }
  await desk().refund('o/1', { key: 'a-wish-of-today', ...part })
  expect(asked).toMatchObject([
    { method: 'POST', url: '/v1/merchant/orders/o%2F1/refunds', key: 'a-wish-of-today', body: part },
  ])
  expect(asked[0]!.body).not.toHaveProperty('key')
})

test('what the shopper said and what came of the money is on the desk', async () => {
  const refundable = { amount: 390_00, lines: [{ skuId: 's1', pieces: 1, amounts: [390_00] }] }
  const said = {
    ...{ remark: '放门口', cancelReason: { reason: 'price', words: '别家便宜' } },
    ...{ reminder: { since: '2026-11-22T08:00:00.000Z', last: '2026-11-23T08:00:00.000Z', times: 2 } },
    ...{ refunded: 39_00, refunds: [{ state: 'done' }, { state: 'closed' }], refundable },
    shippingInfo: { state: 'refused', problem: 'bad parcel' },
  }
  gatewaySays(200, { items: [{ ...ORDER, ...said }] })
  expect((await desk().orders())[0]).toMatchObject({
    ...{ remark: '放门口', cancelled: { reason: 'price', words: '别家便宜' }, reminded: { times: 2 } },
    ...{ refunded: 39_00, refundTrouble: 'closed', refundable: 390_00, untold: 'bad parcel' },
    refundLines: [{ skuId: 's1', name: '街角咖啡椅 · 芥末黄', pieces: 1, worth: [390_00] }],
  })
})

test('a paid order can be sent, an unpaid, a sent and a refunded one cannot', async () => {
  const sendable = async (changed: object) => {
    gatewaySays(200, { items: [{ ...ORDER, ...changed }] })
    return (await desk().orders())[0]!.waybills.length > 0
  }
  expect(await sendable({})).toBe(true)
  expect(await sendable({ status: 'pending_payment', paymentStatus: 'unpaid' })).toBe(false)
  expect(await sendable({ status: 'shipped' })).toBe(false)
  expect(await sendable({ paymentStatus: 'refunding' })).toBe(false)
})

test('acts are the gateway’s calls, with the owner’s token', async () => {
  await desk().ship('o/1', { carrier: '顺丰速运', trackingNumber: 'SF1234' })
  await desk().setPrice('LAMP 2', { price: 99_00, compareAt: null })
  await desk().decideReview('r1', { publish: true, reply: '谢谢' })
  const coupon = { code: '店庆', name: { zh: '店庆', en: 'Birthday' }, threshold: 0, stackable: true, usageLimit: 5 }
  await desk().putCoupon({ ...coupon, benefit: { kind: 'fixed', amount: 20_00 } })
  const authorization = `Bearer ${TOKEN}`
  expect(asked).toMatchObject([
    {
      ...{ method: 'POST', url: '/v1/merchant/orders/o%2F1/shipments', authorization },
      body: { carrier: '顺丰速运', trackingNumber: 'SF1234', lines: null },
    },
    { method: 'PUT', url: '/v1/merchant/skus/LAMP%202/price', body: { price: 99_00, compareAt: null } },
    { method: 'PUT', url: '/v1/merchant/reviews/r1', body: { publish: true, reply: '谢谢' } },
    {
      ...{ method: 'PUT', url: `/v1/merchant/coupons/${encodeURIComponent('店庆')}` },
      body: {
        name: { 'zh-CN': '店庆', en: 'Birthday' },
        benefit: { kind: 'fixed', amount: 20_00 },
        stackable: true,
        usageLimit: 5,
      },
    },
  ])
})

test('another fee leaves what regions say of their own', async () => {
  const regions = [{ places: ['西藏'], charge: { by: 'order', fee: 20_00 }, freeFrom: null }]
  const byWeight = { by: 'weight', first: 1_000, firstFee: 8_00, further: 500, furtherFee: 2_00 }
  gatewaySays(200, { charge: byWeight, freeFrom: 199_00, regions, undeliverable: ['台湾'] })
  expect(await desk().shipping()).toEqual({ fee: 8_00, freeFrom: 199_00, undeliverable: ['台湾'] })
  await desk().setShipping({ fee: 12_00, freeFrom: null, undeliverable: ['台湾', '上海'] })
  expect(asked.at(-1)).toMatchObject({
    ...{ method: 'PUT', url: '/v1/merchant/shipping' },
    body: { charge: { by: 'order', fee: 12_00 }, freeFrom: null, regions, undeliverable: ['台湾', '上海'] },
  })
})

test('the shelf is looked at as any shopper does, without the token', async () => {
  gatewaySays(200, {
    options: [{ values: [{ id: 'c1', name: '芥末黄' }] }],
    skus: [
      { code: 'A', optionValueIds: ['c1'], price: 1, compareAt: null, stock: { status: 'in_stock', available: null } },
      { code: 'B', optionValueIds: ['c1'], price: 1, compareAt: 2, stock: { status: 'sold_out', available: null } },
    ],
  })
  expect(await createShelf(createShopApi(url, TOKEN)).skus('chair', 'zh-CN')).toEqual([
    { code: 'A', options: ['芥末黄'], price: 1, compareAt: null, available: null },
    { code: 'B', options: ['芥末黄'], price: 1, compareAt: 2, available: 0 },
  ])
  expect(asked).toMatchObject([{ url: '/v1/products/chair', authorization: undefined }])
})
