import { type ApiStandIn, startApiStandIn } from '../testing/api-stand-in'
import { createWechatServer } from './server'
import { createShippingInfo, type ShippingInfo } from './shipping-info'

const UPLOAD = '/wxa/sec/order/upload_shipping_info'
const GET = '/wxa/sec/order/get_order'
const MANAGED = '/wxa/sec/order/is_trade_managed'

let wechat: ApiStandIn
beforeEach(async () => {
  wechat = await startApiStandIn()
  wechat.on('/cgi-bin/stable_token', { access_token: 'T', expires_in: 7200 })
})
afterEach(() => wechat.close())

const shipping = () =>
  createShippingInfo(createWechatServer({ appid: 'wx0', secret: 's', apiUrl: wechat.url, retryDelayMs: 1 }))
const sentTo = (path: string) => JSON.parse(String(wechat.to(path)[0]!.body))

const info: ShippingInfo = {
  order: { transactionId: '4200000000' },
  kind: 'express',
  mode: { type: 'split', allSent: false },
  parcels: [{ goods: '灯'.repeat(130), trackingNumber: 'SF1', carrierId: 'SF', receiverPhone: '+86 138 0013 8000' }],
  uploadedAt: new Date('2026-11-23T05:29:35.120Z'),
  openid: 'o1',
}

test('a parcel is told of in WeChat’s words, with a masked number and the time in China', async () => {
  wechat.on(UPLOAD, { errcode: 0, errmsg: 'ok' })
  expect(await shipping().upload(info)).toBe('uploaded')
  expect(sentTo(UPLOAD)).toEqual({
    order_key: { order_number_type: 2, transaction_id: '4200000000' },
    logistics_type: 1,
    delivery_mode: 2,
    is_all_delivered: false,
    shipping_list: [
      {
        tracking_no: 'SF1',
        express_company: 'SF',
        item_desc: '灯'.repeat(120),
        contact: { receiver_contact: '138****8000' },
      },
    ],
    upload_time: '2026-11-23T13:29:35.120+08:00',
    payer: { openid: 'o1' },
  })
})

test('what waits in a store is told of by the merchant’s own number, without a parcel’s', async () => {
  wechat.on(UPLOAD, { errcode: 0 })
  const order = { mchid: '1900009999', outTradeNo: 'N1' }
  await shipping().upload({ ...info, order, kind: 'pickup', mode: { type: 'one' }, parcels: [{ goods: '纸灯' }] })
  expect(sentTo(UPLOAD)).toMatchObject({
    order_key: { order_number_type: 1, mchid: '1900009999', out_trade_no: 'N1' },
    logistics_type: 4,
    delivery_mode: 1,
    shipping_list: [{ item_desc: '纸灯' }],
  })
  expect(sentTo(UPLOAD)).not.toHaveProperty('is_all_delivered')
})

test.each([
  [10060001, 'not_synced'],
  [10060023, 'unchanged'],
])('errcode %i is no failure: %s', async (errcode, meant) => {
  wechat.on(UPLOAD, { errcode, errmsg: 'no' })
  expect(await shipping().upload(info)).toBe(meant)
})

test.each([
  [10060003, 'refused'],
  [47001, 'refused'],
  [48001, 'not-authorised'],
  [-1, 'system'],
])('errcode %i is thrown as %s, and nothing is sent a second time', async (errcode, kind) => {
  wechat.on(UPLOAD, { errcode, errmsg: 'no' })
  await expect(shipping().upload(info)).rejects.toMatchObject({ name: 'WechatApiError', errcode, kind })
  expect(wechat.to(UPLOAD)).toHaveLength(1)
})

test('after a lost answer the upload is not repeated, but the question is', async () => {
  wechat.on(UPLOAD, 'hang-up', { errcode: 0 })
  await expect(shipping().upload(info)).rejects.toMatchObject({ kind: 'network' })
  wechat.on(GET, 'hang-up', { errcode: 0, order: { order_state: 1 } })
  expect(await shipping().order(info.order)).toEqual({ state: 'to_ship', finished: false, trackingNumbers: [] })
})

test.each([
  [2, 'shipped'],
  [3, 'confirmed'],
  [4, 'confirmed'],
  [5, 'refunded'],
  [6, 'confirmed'],
])('order_state %i is %s', async (order_state, state) => {
  const listed = { finish_shipping: true, shipping_list: [{ tracking_no: 'SF1' }, { tracking_no: '' }] }
  wechat.on(GET, { errcode: 0, order: { order_state, shipping: listed } })
  const order = await shipping().order({ mchid: 'm', outTradeNo: 'N1' })
  expect(order).toEqual({ state, finished: true, trackingNumbers: ['SF1'] })
  expect(sentTo(GET)).toEqual({ merchant_id: 'm', merchant_trade_no: 'N1' })
})

test('a payment WeChat has not heard of yet is nothing, and an answer without a state is WeChat being unwell', async () => {
  wechat.on(GET, { errcode: 10060001, errmsg: 'order not exist' })
  expect(await shipping().order(info.order)).toBeNull()
  wechat.on(GET, { errcode: 0, order: { order_state: 9 } })
  await expect(shipping().order(info.order)).rejects.toMatchObject({ kind: 'system' })
})

test('whether WeChat manages the trade is asked by appid', async () => {
  wechat.on(MANAGED, { errcode: 0, is_trade_managed: true })
  expect(await shipping().isTradeManaged('wx0')).toBe(true)
  expect(sentTo(MANAGED)).toEqual({ appid: 'wx0' })
  wechat.on(MANAGED, { errcode: 0 })
  await expect(shipping().isTradeManaged('wx0')).rejects.toMatchObject({ kind: 'system' })
})
