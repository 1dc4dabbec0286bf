import { APPID, MCHID, SECRET } from '../test-side/merchant'
import { OPENID, OTHER_SHOPPER, SHOPPER, Shop } from '../test-side/shop'

let shop: Shop
let accessToken: string
let upload: Record<string, unknown>
beforeEach(async () => {
  shop = await Shop.open()
  const asked = { grant_type: 'client_credential', appid: APPID, secret: SECRET }
  accessToken = (await shop.post('/cgi-bin/stable_token', asked)).json.access_token
  await shop.paidOrder()
  upload = {
    order_key: { order_number_type: 1, mchid: MCHID, out_trade_no: 'ORDER-0001' },
    logistics_type: 1,
    delivery_mode: 1,
    shipping_list: [parcel('SF1')],
    upload_time: time(0),
    payer: { openid: OPENID },
  }
})
afterEach(() => shop.close())

const parcel = (tracking_no: string) => ({
  ...{ tracking_no, express_company: 'SF', item_desc: '纸灯' },
  contact: { receiver_contact: '138****8000' },
})
const time = (second: number) => `2026-03-01T12:00:0${second}.000+08:00`
const call = async (name: string, body: object) =>
  (await shop.post(`/wxa/sec/order/${name}?access_token=${accessToken}`, body)).json
const told = async (changed: object = {}) => (await call('upload_shipping_info', { ...upload, ...changed })).errcode
const order = async () => (await call('get_order', { merchant_id: MCHID, merchant_trade_no: 'ORDER-0001' })).order

test('an order that was sent is on record as sent, with its parcel', async () => {
  expect((await order()).order_state).toBe(1)
  expect(await told()).toBe(0)
  const { transactionId } = shop.control.orders()[0]!
  expect((await call('get_order', { transaction_id: transactionId })).order).toMatchObject({
    order_state: 2,
    shipping: { finish_shipping: true, finish_shipping_count: 1, shipping_list: [{ tracking_no: 'SF1' }] },
  })
  expect(shop.control.shippings()).toMatchObject({ 'ORDER-0001': { uploads: [{ allDelivered: true }] } })
})

test('parcels of a split order come one after the other, and only the last makes it sent', async () => {
  expect(await told({ delivery_mode: 2, is_all_delivered: false })).toBe(0)
  expect(await order()).toMatchObject({ order_state: 1, shipping: { finish_shipping: false } })
  const second = { delivery_mode: 2, shipping_list: [parcel('SF2')], upload_time: time(1) }
  expect(await told({ ...second, is_all_delivered: true })).toBe(0)
  const { order_state, shipping } = await order()
  expect([order_state, shipping.shipping_list.length]).toEqual([2, 2])
})

test('what is told twice is refused; it can be told anew once, and later', async () => {
  await told()
  expect(await told({ upload_time: time(1) })).toBe(10060023)
  expect(await told({ shipping_list: [parcel('SF2')] })).toBe(268485216)
  expect(await told({ shipping_list: [parcel('SF2')], upload_time: time(1) })).toBe(0)
  expect(await told({ shipping_list: [parcel('SF3')], upload_time: time(2) })).toBe(10060003)
  expect((await order()).shipping).toMatchObject({ finish_shipping_count: 2, shipping_list: [{ tracking_no: 'SF2' }] })
})

test.each([
  ['a payment nobody made', { order_key: { order_number_type: 2, transaction_id: '4200' } }, 10060001],
  ['no kind of number', { order_key: { transaction_id: '4200' } }, 268485194],
  ['another payer', { payer: { openid: 'o-somebody' } }, 10060031],
  ['one parcel that is no list', { shipping_list: parcel('SF1') }, 47001],
  ['no number of a parcel', { shipping_list: [{ ...parcel(''), tracking_no: undefined }] }, 10060014],
  ['a carrier in words', { shipping_list: [{ ...parcel('SF1'), express_company: '顺丰速运' }] }, 10060014],
  ['顺丰 without a telephone number', { shipping_list: [{ ...parcel('SF1'), contact: undefined }] }, 10060019],
  [
    'a telephone number in full',
    { shipping_list: [{ ...parcel('SF1'), contact: { receiver_contact: '13800138000' } }] },
    10060014,
  ],
  ['no words for the goods', { shipping_list: [{ ...parcel('SF1'), item_desc: '' }] }, 10060008],
  ['too many words', { shipping_list: [{ ...parcel('SF1'), item_desc: '灯'.repeat(121) }] }, 10060009],
  ['two parcels in one', { shipping_list: [parcel('SF1'), parcel('SF2')] }, 268485228],
  ['a split that does not say whether it is all', { delivery_mode: 2 }, 10060007],
  ['a split that is picked up', { delivery_mode: 2, logistics_type: 4, is_all_delivered: true }, 10060006],
  ['a time without milliseconds', { upload_time: '2026-03-01T12:00:00+08:00' }, 268485216],
])('%s is refused', async (_, changed, errcode) => {
  expect(await told(changed)).toBe(errcode)
  expect(shop.control.shippings()).toEqual({})
})

test('an unpaid order is no payment, and what waits in a store needs no number', async () => {
  await shop.order({ out_trade_no: 'ORDER-0002' })
  const order_key = { order_number_type: 1, mchid: MCHID, out_trade_no: 'ORDER-0002' }
  expect(await told({ order_key })).toBe(10060001)
  expect(await told({ logistics_type: 4, shipping_list: [{ item_desc: '纸灯' }] })).toBe(0)
})

describe('on the phone', () => {
  const on = (name: string, person = SHOPPER) => {
    const { transactionId } = shop.control.orders()[0]!
    return shop.post(`/device/receipts/${name}`, { appid: APPID, person, transaction_id: transactionId })
  }

  test('an order is confirmed once it was sent, and then WeChat says so', async () => {
    expect(await on('confirm')).toMatchObject({ status: 409 })
    await told()
    expect((await on('preview')).json).toMatchObject({ total: 19900, problem: null, confirmed: false })
    expect((await order()).order_state).toBe(2)
    expect((await on('confirm')).json).toMatchObject({ confirmed: true })
    expect((await on('confirm')).status).toBe(200)
    expect((await order()).order_state).toBe(3)
    expect(await told({ shipping_list: [parcel('SF2')], upload_time: time(1) })).toBe(10060002)
  })

  test('the order of somebody else is none', async () => {
    await told()
    expect(await on('confirm', OTHER_SHOPPER)).toMatchObject({ status: 404 })
    expect((await order()).order_state).toBe(2)
  })
})

test('whether trade is managed is answered for this Mini Program only', async () => {
  expect((await call('is_trade_managed', { appid: APPID })).is_trade_managed).toBe(true)
  expect((await call('is_trade_managed', { appid: 'wx0' })).errcode).toBe(40013)
})
