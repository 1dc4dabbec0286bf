import { APPID, SECRET } from '../test-side/merchant'
import { OPENID, Shop } from '../test-side/shop'

const FOLDER = '/cgi-bin/express/delivery/open_msg'

let shop: Shop
let accessToken: string
beforeEach(async () => {
  shop = await Shop.open()
  const asked = { grant_type: 'client_credential', appid: APPID, secret: SECRET }
  accessToken = (await shop.post('/cgi-bin/stable_token', asked)).json.access_token
})
afterEach(() => shop.close())

const call = async (name: string, body: object) =>
  (await shop.post(`${FOLDER}/${name}?access_token=${accessToken}`, body)).json
const goods_info = { detail_list: [{ goods_name: '纸灯', goods_img_url: 'https://shop.example/lamp.webp' }] }

async function paidWaybill() {
  await shop.paidOrder()
  const { transactionId } = shop.control.orders()[0]!
  return {
    ...{ openid: OPENID, receiver_phone: '14000000101', waybill_id: 'SF1234', delivery_id: 'SF' },
    ...{ trans_id: transactionId, goods_info },
  }
}

it('a parcel of a paid order is followed, and travels by itself', async () => {
  const { waybill_token, errcode } = await call('trace_waybill', await paidWaybill())
  expect(errcode).toBe(0)
  const asked = { openid: OPENID, waybill_token }
  expect(await call('query_trace', asked)).toMatchObject({
    waybill_info: { waybill_id: 'SF1234', status: 0 },
    delivery_info: { delivery_name: '顺丰速运' },
  })
  await shop.control.advance(60_000)
  expect((await call('query_trace', asked)).waybill_info.status).toBe(2)
  shop.control.moveParcel('SF1234', 5)
  expect((await call('query_trace', asked)).waybill_info.status).toBe(5)
})

it.each([
  ['another buyer', { openid: 'o-somebody' }],
  ['a transaction nobody paid', { trans_id: '4200000000' }],
  ['a carrier WeChat does not know', { delivery_id: 'HORSE' }],
  ['no telephone number', { receiver_phone: '' }],
  ['no goods', { goods_info: { detail_list: [] } }],
  [
    'a name that is too long',
    { goods_info: { detail_list: [{ ...goods_info.detail_list[0], goods_name: '灯'.repeat(61) }] } },
  ],
])('%s is refused', async (_, changed) => {
  expect((await call('trace_waybill', { ...(await paidWaybill()), ...changed })).errcode).toBe(40097)
})

it('an invented token leads nowhere, and the list of carriers is open', async () => {
  expect((await call('query_trace', { openid: OPENID, waybill_token: 'x' })).errcode).toBe(40097)
  expect((await call('get_delivery_list', {})).delivery_list).toContainEqual({
    delivery_id: 'SF',
    delivery_name: '顺丰速运',
  })
})
